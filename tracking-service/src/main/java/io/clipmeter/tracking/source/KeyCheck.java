package io.clipmeter.tracking.source;

import io.clipmeter.tracking.source.call.ProviderFault;
import java.util.function.Supplier;

/** Whether a provider serves us with the key that we have. */
public sealed interface KeyCheck {

  /**
   * It does.
   *
   * @param detail what it said of our account, for people; may be empty, never holds a key
   */
  record Good(String detail) implements KeyCheck {}

  /**
   * It does not, and a person has to act: the key is wrong, its money or rights are at an end, or
   * what is set up is not there.
   *
   * @param detail for people; never holds a key
   */
  record Refused(String detail) implements KeyCheck {}

  /**
   * It did not answer, or could not be asked.
   *
   * @param detail for people; never holds a key
   */
  record Unknown(String detail) implements KeyCheck {}

  /**
   * Asks the provider.
   *
   * @param probe a call that costs as little as can be; gives what is to be shown
   */
  static KeyCheck by(Supplier<String> probe) {
    try {
      return new Good(probe.get());
    } catch (ProviderFault fault) {
      String detail = String.valueOf(fault.getMessage());
      return switch (fault.kind()) {
        case KEY, BUDGET -> new Refused(detail);
        case BUSY, DOWN, LOST, SHAPE, REFUSED, CAPPED -> new Unknown(detail);
      };
    } catch (RuntimeException fault) {
      // Of an answer that nobody expected only its kind is shown: its text may say anything.
      return new Unknown("an answer that cannot be read: " + fault.getClass().getSimpleName());
    }
  }
}
