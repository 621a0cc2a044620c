package io.clipmeter.tracking.creator;

import java.security.SecureRandom;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Makes codes that nobody guesses and nobody misreads: no 0, 1, I, L or O. */
@Component
class Codes {
  private static final String LETTERS = "ABCDEFGHJKMNPQRSTUVWXYZ23456789";
  private static final int LENGTH = 8;

  private final SecureRandom random = new SecureRandom();

  String next() {
    return random
        .ints(LENGTH, 0, LETTERS.length())
        .mapToObj(index -> String.valueOf(LETTERS.charAt(index)))
        .collect(Collectors.joining());
  }
}
