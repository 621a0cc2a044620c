package io.clipmeter.chassis.web;

/** What a text that somebody else will read must be like. */
public final class PlainText {
  // Fillers of Hangul, and Braille without a dot: letters and a symbol by their class.
  private static final String EMPTY = "\\u115F\\u1160\\u2800\\u3164\\uFFA0";

  /**
   * One character of a text of which one at least can be seen: to be followed by how many there may
   * be, such as <code>{1,500}</code>. Blanks are not the ASCII ones only, and what an event refuses
   * as blank must be refused before anything is written. No control characters, no half of a
   * surrogate pair.
   */
  public static final String SEEN =
      "(?=[\\p{Z}\\p{C}\\p{M}"
          + EMPTY
          + "]*(?!["
          + EMPTY
          + "])[\\p{L}\\p{N}\\p{P}\\p{S}])[^\\p{Cc}\\p{Cs}]";

  private PlainText() {}
}
