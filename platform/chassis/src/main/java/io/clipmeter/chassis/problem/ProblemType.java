package io.clipmeter.chassis.problem;

import java.net.URI;

/**
 * One kind of refusal, stable for ever once released: clients switch on its {@code type}.
 *
 * @param slug last part of the type's URI, lower case with dashes
 * @param status HTTP status, 400 to 599
 * @param title the same words each time
 */
public record ProblemType(String slug, int status, String title) {
  private static final String BASE = "https://clipmeter.io/problems/";

  public ProblemType {
    if (!slug.matches("[a-z0-9-]+") || status < 400 || status > 599 || title.isBlank()) {
      throw new IllegalArgumentException("not a problem type: " + slug + " " + status);
    }
  }

  /** The {@code type} member of RFC 9457. */
  public URI uri() {
    return URI.create(BASE + slug);
  }

  /** This problem with the words for this occurrence; throw it from a controller. */
  public ProblemException because(String detail) {
    return new ProblemException(this, detail);
  }
}
