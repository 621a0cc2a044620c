package io.clipmeter.tracking.source.item;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A part of a dataset item, read without belief: whatever is missing or of another type than
 * expected is null.
 */
public record Item(JsonNode node) {
  private static final int LONGEST = 10_000;
  private static final int LIST_MAX = 200;

  /** Whether there is something under this name, and not null. */
  public boolean has(String name) {
    return node.hasNonNull(name);
  }

  /** The part under this name; one where everything is missing if there is none. */
  public Item at(String name) {
    return new Item(node.path(name));
  }

  /**
   * A count: an integer. -1 stands for hidden. A number beyond 64 bits becomes the largest, which
   * no policy believes.
   */
  public @Nullable Long count(String name) {
    JsonNode value = node.path(name);
    if (!value.isIntegralNumber()) {
      return null;
    }
    long count = value.canConvertToLong() ? value.longValue() : Long.MAX_VALUE;
    return count == -1 ? null : count;
  }

  /** A count that came as text: digits and nothing else. */
  public @Nullable Long digits(String name) {
    String text = text(name);
    if (text == null || !text.matches("[0-9]{1,40}")) {
      return null;
    }
    return text.length() <= 18 ? Long.parseLong(text) : Long.MAX_VALUE;
  }

  /** A count that is only worth having where it can be true. */
  public @Nullable Long plausible(String name) {
    Long count = count(name);
    return count == null || count < 0 || count == Long.MAX_VALUE ? null : count;
  }

  /** A yes or a no; null where it is neither. */
  public @Nullable Boolean truth(String name) {
    JsonNode value = node.path(name);
    return value.isBoolean() ? (Boolean) value.booleanValue() : null;
  }

  /** Yes where one of these says so, no where one says no; null where none says. */
  public @Nullable Boolean anyTruth(String... names) {
    Boolean any = null;
    for (String name : names) {
      Boolean said = truth(name);
      any = said == null ? any : (Boolean) (said || Boolean.TRUE.equals(any));
    }
    return any;
  }

  /** Text that PostgreSQL takes: without NUL and half surrogates; null where there is none. */
  public @Nullable String text(String name) {
    return text(node.path(name));
  }

  /** Text, empty where there is none. */
  public String textOrEmpty(String name) {
    String text = text(name);
    return text == null ? "" : text;
  }

  /** An id as text, also where it came as a number. */
  public @Nullable String id(String name) {
    JsonNode value = node.path(name);
    return value.isIntegralNumber() ? value.asString() : text(value);
  }

  /** The texts of a list, each taken from its element; those without text are left out. */
  public List<String> texts(String name, Function<Item, @Nullable String> part) {
    List<String> texts = new ArrayList<>();
    for (JsonNode element : node.path(name)) {
      String text = part.apply(new Item(element));
      if (text != null && texts.size() < LIST_MAX) {
        texts.add(text);
      }
    }
    return texts;
  }

  /** This part itself as text. */
  public @Nullable String self() {
    return text(node);
  }

  private static @Nullable String text(JsonNode value) {
    if (!value.isString()) {
      return null;
    }
    String whole =
        new String(value.stringValue().getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
    String text = whole.replace("\0", "").strip();
    if (text.isEmpty()) {
      return null;
    }
    return text.codePointCount(0, text.length()) <= LONGEST
        ? text
        : text.substring(0, text.offsetByCodePoints(0, LONGEST));
  }
}
