package io.clipmeter.tracking.scrape;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.clipmeter.events.Platform;
import io.clipmeter.links.VideoUrl;
import java.net.URLDecoder;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What an account is asked for by, told from its address.
 *
 * <p>YouTube's older addresses {@code /c/NAME} and {@code /user/NAME} are not handles: {@code
 * /@NAME} may be somebody else's.
 */
final class AccountName {
  private static final Pattern OLDER =
      Pattern.compile("[^/]*?(?i:https?:)?(?://)?[^/]+/(c|user)/.*");
  private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{M}\\p{N}._·-]{1,100}");

  private AccountName() {}

  /**
   * A handle without its sign, an id, or {@code c/NAME} and {@code user/NAME}; with nothing
   * escaped.
   *
   * @param url where it was read from
   * @return empty where no account can be called so
   */
  static Optional<String> name(VideoUrl.Profile profile, String url) {
    String account = profile.account();
    boolean signed = account.startsWith("@");
    return decoded(signed ? account.substring(1) : account)
        .filter(name -> NAME.matcher(name).matches())
        .map(name -> signed || profile.platform() != Platform.YOUTUBE ? name : older(url) + name);
  }

  private static String older(String url) {
    Matcher form = OLDER.matcher(url);
    return form.matches() ? form.group(1) + "/" : "";
  }

  private static Optional<String> decoded(String text) {
    try {
      return Optional.of(URLDecoder.decode(text.replace("+", "%2B"), UTF_8));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
