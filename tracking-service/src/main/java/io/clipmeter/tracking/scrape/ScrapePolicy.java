package io.clipmeter.tracking.scrape;

import io.clipmeter.events.Platform;
import io.clipmeter.links.VideoUrl;
import io.clipmeter.links.shortlink.Resolution;
import io.clipmeter.tracking.job.JobItem;
import io.clipmeter.tracking.job.JobItem.Kind;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What is made of the addresses that somebody pasted. Pure. */
final class ScrapePolicy {
  private static final int SHOWN_MAX = 300;

  private ScrapePolicy() {}

  /**
   * One part for each address, in their order.
   *
   * @param read what each address is
   * @param profileMax videos that an account's address may lead to
   */
  static List<JobItem> parts(
      List<@Nullable String> urls, Map<String, Resolution> read, int profileMax) {
    List<JobItem> parts = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    for (@Nullable String url : urls) {
      int position = parts.size();
      JobItem part =
          url == null
              ? JobItem.refused(position, "", "malformed")
              : part(position, url, Objects.requireNonNull(read.get(url)), profileMax);
      boolean again = part.kind() != null && !seen.add(key(part));
      parts.add(again ? JobItem.refused(position, part.input(), "duplicate") : part);
    }
    return parts;
  }

  private static JobItem part(int position, String url, Resolution read, int profileMax) {
    String input = shown(url);
    return switch (read) {
      case Resolution.Resolved(VideoUrl target) -> part(position, url, target, profileMax);
      case Resolution.Refused refused ->
          JobItem.refused(position, input, "short-link-unresolvable");
      case Resolution.Unreachable unreachable ->
          JobItem.refused(position, input, "platform-not-answering");
    };
  }

  private static JobItem part(int position, String url, VideoUrl target, int profileMax) {
    String input = shown(url);
    return switch (target) {
      case VideoUrl.Video video ->
          JobItem.pending(
              position, input, Kind.VIDEO, video.platform(), video.id(), video.canonicalUrl(), 1);
      case VideoUrl.ShortLink link -> JobItem.refused(position, input, "short-link-unresolvable");
      // No provider is known to find an account by that id: its page has to be pasted.
      case VideoUrl.Profile profile when !profile.named() ->
          JobItem.refused(position, input, "account-without-name");
      case VideoUrl.Profile profile ->
          AccountName.name(profile, url)
              .map(name -> account(position, input, profile.platform(), name, profileMax))
              .orElseGet(() -> JobItem.refused(position, input, "malformed"));
      case VideoUrl.NotAVideo other -> JobItem.refused(position, input, "not-a-video");
      case VideoUrl.Refused refused -> JobItem.refused(position, input, word(refused.reason()));
    };
  }

  private static JobItem account(
      int position, String input, Platform platform, String name, int profileMax) {
    return JobItem.pending(position, input, Kind.PROFILE, platform, name, null, profileMax);
  }

  private static String key(JobItem part) {
    boolean video = part.kind() == Kind.VIDEO;
    String subject = String.valueOf(part.subject());
    return part.kind()
        + " "
        + part.platform()
        + " "
        + (video ? subject : subject.toLowerCase(Locale.ROOT));
  }

  /** Text that can be stored and shown: short, without NUL and half surrogates. */
  static String shown(String text) {
    return text.codePoints()
        .limit(SHOWN_MAX)
        .map(
            c -> c == 0 || (c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE) ? '?' : c)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  private static String word(VideoUrl.Reason reason) {
    return reason.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
