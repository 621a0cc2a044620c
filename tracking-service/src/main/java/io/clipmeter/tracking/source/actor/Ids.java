package io.clipmeter.tracking.source.actor;

import io.clipmeter.tracking.source.item.Item;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Ids and names as actors spell them. */
final class Ids {
  private Ids() {}

  /**
   * The id in the first of these fields that holds one: an error item has no id of its own, but
   * repeats the address that was asked.
   */
  static @Nullable String inUrl(Pattern pattern, Item item, String... fields) {
    for (String field : fields) {
      Matcher found = pattern.matcher(item.textOrEmpty(field));
      if (found.find()) {
        return found.group(1);
      }
    }
    return null;
  }

  static @Nullable String withoutAt(@Nullable String name) {
    return without("@", name);
  }

  static @Nullable String withoutHash(@Nullable String tag) {
    return without("#", tag);
  }

  private static @Nullable String without(String sign, @Nullable String text) {
    if (text == null || !text.startsWith(sign)) {
      return text;
    }
    return text.length() == 1 ? null : text.substring(1);
  }
}
