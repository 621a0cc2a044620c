package io.clipmeter.events;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What a field must be like, so that an event that is not well-formed can't even be read. */
final class Must {
  private static final Instant FIRST = Instant.EPOCH;
  private static final Instant BEYOND = Instant.parse("+10000-01-01T00:00:00Z");

  private static final int LONGEST_ID = 255;

  private Must() {}

  static void beText(String value, String name) {
    demand(!requireNonNull(value, name).isBlank(), name, "must not be blank");
    beStorable(value, name);
  }

  /** So that it fits into an index of any consumer's database, beside others. */
  static void beId(String value, String name) {
    beText(value, name);
    demand(value.length() <= LONGEST_ID, name, "must have " + LONGEST_ID + " characters at most");
  }

  static List<String> beTexts(List<String> values, String name) {
    values.forEach(value -> beStorable(value, name));
    return List.copyOf(values);
  }

  /** PostgreSQL's text takes every character but NUL: one such record would stop a whole batch. */
  static void beStorable(@Nullable String value, String name) {
    demand(value == null || value.indexOf('\0') < 0, name, "must not hold a NUL character");
  }

  /** So that one account has one key, however its name is written. */
  static void beLowerCase(String value, String name) {
    demand(value.equals(value.toLowerCase(Locale.ROOT)), name, "must be in lower case");
  }

  /**
   * From 1970 to 9999: Java's instants go further than any database's, and one that can be read but
   * not kept would stop all that were read beside it.
   */
  static void beInstant(Instant value, String name) {
    demand(
        !requireNonNull(value, name).isBefore(FIRST) && value.isBefore(BEYOND),
        name,
        "must be from 1970-01-01 to 9999-12-31");
  }

  /** For an instant that may be unknown. */
  static void beInstantIfKnown(@Nullable Instant value, String name) {
    if (value != null) {
      beInstant(value, name);
    }
  }

  static void notBeNegative(long value, String name) {
    demand(value >= 0, name, "must not be negative");
  }

  /** For a count that may be unknown. */
  static void notBeNegativeIfKnown(@Nullable Long value, String name) {
    demand(value == null || value >= 0, name, "must not be negative");
  }

  static void beAtLeastOne(long value, String name) {
    demand(value >= 1, name, "must be 1 at least");
  }

  static void bePositive(Amount value, String name) {
    demand(requireNonNull(value, name).toMoney().isPositive(), name, "must be more than nothing");
  }

  static void notBeNothing(Amount value, String name) {
    demand(requireNonNull(value, name).toMoney().micros() != 0, name, "must not be nothing");
  }

  static void notBeNegative(Amount value, String name) {
    // An amount is always in its canonical form, which has a sign only below nothing.
    demand(requireNonNull(value, name).amount().charAt(0) != '-', name, "must not be negative");
  }

  static void notExceed(Amount value, Amount limit, String name) {
    demand(value.toMoney().compareTo(limit.toMoney()) <= 0, name, "must not exceed " + limit);
  }

  /** Three letters that ISO 4217 knows. */
  static void beCurrency(String value, String name) {
    demand(
        Currency.getAvailableCurrencies().stream()
            .anyMatch(known -> known.getCurrencyCode().equals(requireNonNull(value, name))),
        name,
        "must be an ISO 4217 code");
  }

  static void shareCurrency(Amount one, Amount other) {
    demand(one.currency().equals(other.currency()), other.currency(), "must be " + one.currency());
  }

  private static void demand(boolean met, String name, String rule) {
    if (!met) {
      throw new IllegalArgumentException(name + " " + rule);
    }
  }
}
