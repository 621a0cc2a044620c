package io.clipmeter.links.shortlink;

/**
 * One address on the way of a short link, always https on its usual port.
 *
 * @param host lower case, on the list of the link's platform
 * @param target path and query, beginning with a slash
 */
record Hop(String host, String target) {

  /** The whole address. */
  String url() {
    return "https://" + host + target;
  }

  /** Whether the platform wants to know who asks before it says anything. */
  boolean isLogin() {
    return target.startsWith("/accounts/login")
        || target.startsWith("/login")
        || target.startsWith("/challenge");
  }
}
