package io.clipmeter.payout.details;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.clipmeter.chassis.web.PlainText;
import io.clipmeter.payout.details.PayoutMethod.Kind;
import jakarta.validation.constraints.Size;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Payout details as JSON has them: {@code email} for PayPal; {@code iban} and {@code accountHolder}
 * for a bank account; {@code account} for any other method.
 *
 * @param email at most 254 characters
 * @param iban spaces are allowed
 * @param accountHolder at most 140 characters, none of them a semicolon or a bar
 * @param account a name, number or address that the method pays to, at most 140 characters
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record DetailsForm(
    @Size(max = 254) @Nullable String email,
    @Size(max = 42) @Nullable String iban,
    @Size(max = 140) @Nullable String accountHolder,
    @Size(max = 140) @Nullable String account) {
  private static final Pattern EMAIL =
      Pattern.compile(
          "[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}"
              + "@([A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?\\.)+[A-Za-z]{2,63}");
  private static final Pattern NAME = Pattern.compile(PlainText.SEEN + "+");
  // Nor what ends a cell where a bank's file is read with another separator than the comma.
  private static final Pattern HOLDER = Pattern.compile("(?![^;|]*[;|])" + PlainText.SEEN + "+");

  /** What was read, or the field that stands in the way; never the field's value. */
  public sealed interface Reading {
    /** The form is complete. */
    record Readable(PayoutDetails details) implements Reading {}

    /** This field is missing, wrong or of another method. */
    record Wrong(String field, String message) implements Reading {}
  }

  /** The form of these details, unmasked. */
  public static DetailsForm of(PayoutDetails details) {
    return switch (details) {
      case PayoutDetails.PayPal paypal -> new DetailsForm(paypal.email(), null, null, null);
      case PayoutDetails.BankAccount bank ->
          new DetailsForm(null, bank.iban(), bank.accountHolder(), null);
      case PayoutDetails.Account other -> new DetailsForm(null, null, null, other.account());
    };
  }

  /** The form of details that are known masked only. */
  public static DetailsForm masked(PayoutMethod method, String masked) {
    return switch (method.kind()) {
      case PAYPAL -> new DetailsForm(masked, null, null, null);
      case BANK -> new DetailsForm(null, masked, null, null);
      case OTHER -> new DetailsForm(null, null, null, masked);
    };
  }

  /** Reads the form for this method; fields of the other ones are refused. */
  public Reading read(PayoutMethod method) {
    String foreign = foreignTo(method.kind());
    if (foreign != null) {
      return new Reading.Wrong("details." + foreign, "is not for " + method);
    }
    return switch (method.kind()) {
      case PAYPAL -> readPayPal();
      case BANK -> readBankAccount();
      case OTHER -> readAccount();
    };
  }

  /**
   * What was read for this method before, and kept: rules that came since do not bar anybody from
   * money that was asked for under the old ones.
   *
   * @throws NullPointerException where a field of the method is missing
   */
  PayoutDetails kept(PayoutMethod method) {
    return switch (method.kind()) {
      case PAYPAL -> new PayoutDetails.PayPal(requireNonNull(email));
      case BANK ->
          new PayoutDetails.BankAccount(requireNonNull(iban), requireNonNull(accountHolder));
      case OTHER -> new PayoutDetails.Account(requireNonNull(account));
    };
  }

  /** The first field that belongs to another kind of method; null where there is none. */
  private @Nullable String foreignTo(Kind kind) {
    if (email != null && kind != Kind.PAYPAL) {
      return "email";
    }
    if (iban != null && kind != Kind.BANK) {
      return "iban";
    }
    if (accountHolder != null && kind != Kind.BANK) {
      return "accountHolder";
    }
    return account != null && kind != Kind.OTHER ? "account" : null;
  }

  private Reading readPayPal() {
    if (email == null || !EMAIL.matcher(email).matches()) {
      return new Reading.Wrong("details.email", "must be an e-mail address");
    }
    return new Reading.Readable(new PayoutDetails.PayPal(email));
  }

  private Reading readBankAccount() {
    Optional<String> read = iban == null ? Optional.empty() : Iban.read(iban);
    if (read.isEmpty()) {
      return new Reading.Wrong(
          "details.iban", "must be an IBAN of its country's length with the right checksum");
    }
    if (accountHolder == null || !HOLDER.matcher(accountHolder).matches()) {
      return new Reading.Wrong(
          "details.accountHolder", "must be a name without semicolon, bar and control character");
    }
    return new Reading.Readable(new PayoutDetails.BankAccount(read.get(), accountHolder));
  }

  private Reading readAccount() {
    if (account == null || !NAME.matcher(account).matches()) {
      return new Reading.Wrong("details.account", "must name the account");
    }
    return new Reading.Readable(new PayoutDetails.Account(account));
  }

  /** Says nothing: whoever logs a request must not log this. */
  @Override
  public String toString() {
    return "DetailsForm[...]";
  }
}
