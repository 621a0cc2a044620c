package io.clipmeter.tracking.chaos;

import io.clipmeter.tracking.chaos.Fault.OfItem;
import org.jspecify.annotations.Nullable;

/** Counts as providers give them that are not to be believed, as JSON. */
final class WrongCount {
  private WrongCount() {}

  /** Null where the count is left out altogether. */
  static @Nullable String of(OfItem fault, long views) {
    return switch (fault) {
      case ABSENT -> null;
      case TEXT -> "\"" + views + "\"";
      case FLOAT -> views + ".0";
      case HIDDEN -> "-1";
      case NEGATIVE -> "-5";
      case HUGE -> "2000000000000";
      case BEYOND_ALL -> "99999999999999999999999999";
      case ZERO -> "0";
      case JUMP -> "900000000000";
      case OBJECT -> "{\"count\":" + views + "}";
      default -> "null";
    };
  }
}
