package io.clipmeter.links;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * An http or https URL, cut into the parts that matter. Nothing is decoded: an id that needs
 * decoding is no id.
 *
 * <p>Written by hand on purpose. {@link java.net.URI} and browsers disagree on backslashes, blanks
 * and full-width letters, and a regular expression that understands all this is one that can be
 * made to run for ever. This here looks at each character a fixed number of times.
 *
 * @param host lower case, ASCII
 * @param path the segments between slashes, without a last empty one
 * @param query what stands between {@code ?} and {@code #}, empty where there is none
 */
record WebAddress(String host, List<String> path, String query) {
  private static final String PATH_START = "/?#";

  WebAddress {
    path = List.copyOf(path);
  }

  /** The parts; empty where it is no URL that we would look at. */
  static Optional<WebAddress> of(String url) {
    if (!url.codePoints().allMatch(WebAddress::visible)) {
      return Optional.empty();
    }
    return afterScheme(url).flatMap(WebAddress::cut);
  }

  /** The first value of the first of these parameters that is there; empty text where none is. */
  String parameter(String... names) {
    List<String> wanted = List.of(names);
    for (String pair : query.split("&", -1)) {
      String plain = withoutEscapes(pair);
      int equals = plain.indexOf('=');
      if (equals > 0 && wanted.contains(plain.substring(0, equals))) {
        return plain.substring(equals + 1);
      }
    }
    return "";
  }

  /** The path's segment at this place, empty text where it is shorter. */
  String segment(int index) {
    return index < path.size() ? path.get(index) : "";
  }

  /** Texts copied out of HTML keep the ampersand escaped, sometimes more than once. */
  private static String withoutEscapes(String pair) {
    String rest = pair;
    while (rest.startsWith("amp;")) {
      rest = rest.substring(4);
    }
    return rest;
  }

  private static boolean visible(int codePoint) {
    return switch (Character.getType(codePoint)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.PRIVATE_USE,
          Character.UNASSIGNED,
          Character.SPACE_SEPARATOR,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          false;
      default -> codePoint != '\\';
    };
  }

  /** {@code https:}, {@code http:}, {@code //} or nothing; anything else is another scheme. */
  private static Optional<Rest> afterScheme(String url) {
    String lower = url.substring(0, Math.min(url.length(), 8)).toLowerCase(Locale.ROOT);
    if (lower.startsWith("https://")) {
      return Optional.of(new Rest(url.substring(8), ":443"));
    }
    if (lower.startsWith("http://")) {
      return Optional.of(new Rest(url.substring(7), ":80"));
    }
    return Optional.of(new Rest(url.startsWith("//") ? url.substring(2) : url, ":443"));
  }

  private static Optional<WebAddress> cut(Rest rest) {
    String text = rest.text();
    int authorityEnd = firstOf(PATH_START, text, 0);
    String host = withoutPort(text.substring(0, authorityEnd).toLowerCase(Locale.ROOT), rest);
    if (!isHostName(host)) {
      return Optional.empty();
    }
    int pathEnd = firstOf("?#", text, authorityEnd);
    int queryEnd = firstOf("#", text, pathEnd);
    String query = pathEnd < queryEnd ? text.substring(pathEnd + 1, queryEnd) : "";
    return segments(text.substring(authorityEnd, pathEnd))
        .map(path -> new WebAddress(host, path, query));
  }

  private static String withoutPort(String authority, Rest rest) {
    return authority.endsWith(rest.defaultPort())
        ? authority.substring(0, authority.length() - rest.defaultPort().length())
        : authority;
  }

  /** Whatever else stands there - credentials, another port, another scheme - fails here. */
  private static boolean isHostName(String host) {
    return !host.isEmpty()
        && host.chars()
            .allMatch(
                c -> (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '.' || c == '-');
  }

  private static Optional<List<String>> segments(String path) {
    if (path.isEmpty() || path.equals("/")) {
      return Optional.of(List.of());
    }
    String inner = path.substring(1, path.endsWith("/") ? path.length() - 1 : path.length());
    List<String> segments = Arrays.asList(inner.split("/", -1));
    boolean climbs =
        segments.stream().anyMatch(s -> s.isEmpty() || s.equals(".") || s.equals(".."));
    return climbs ? Optional.empty() : Optional.of(segments);
  }

  private static int firstOf(String stops, String text, int from) {
    int at = from;
    while (at < text.length() && stops.indexOf(text.charAt(at)) < 0) {
      at++;
    }
    return at;
  }

  /** What follows the scheme, and the port that goes without saying. */
  private record Rest(String text, String defaultPort) {}
}
