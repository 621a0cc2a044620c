package io.clipmeter.tracking.source.call;

import java.net.URI;
import java.util.Set;

/** Which addresses a provider's API may be given under. */
public final class BaseUrls {
  private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

  private BaseUrls() {}

  /**
   * Lets https pass, and http on a loopback address (the local simulator).
   *
   * @param property named in the refusal
   * @throws IllegalArgumentException for any other address, or one with a user or a query
   */
  public static void check(String property, URI url) {
    boolean secure = "https".equals(url.getScheme());
    boolean local = "http".equals(url.getScheme()) && LOOPBACK.contains(url.getHost());
    if (!secure && !local) {
      throw new IllegalArgumentException(
          property + " must be https, or http on a loopback address");
    }
    if (url.getUserInfo() != null || url.getQuery() != null) {
      throw new IllegalArgumentException(property + " must not carry a user or a query");
    }
  }
}
