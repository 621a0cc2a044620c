package io.clipmeter.tracking.source.actor;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.clipmeter.events.Platform;
import io.clipmeter.links.Canonical;
import io.clipmeter.tracking.source.VideoRef;
import io.clipmeter.tracking.source.discovery.Question;
import java.net.URLEncoder;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How the actors are asked for lists of videos, and how the videos in them are addressed. */
public final class ListingInput {
  private ListingInput() {}

  /** The input of the platform's actor. */
  public static Map<String, Object> of(Question question) {
    return switch (question.platform()) {
      case TIKTOK -> tiktok(question);
      case YOUTUBE -> youtube(question);
      case INSTAGRAM -> instagram(question);
    };
  }

  /** The most videos that this input has the actor deliver, each of which is paid for. */
  public static int videosMax(Question question) {
    return switch (question.platform()) {
      case TIKTOK, INSTAGRAM -> question.limit();
      case YOUTUBE -> 2 * question.limit();
    };
  }

  private static Map<String, Object> tiktok(Question question) {
    List<String> subject = List.of(question.subject());
    return switch (question.kind()) {
      case ACCOUNT ->
          Map.of(
              "profiles",
              subject,
              "resultsPerPage",
              question.limit(),
              "profileScrapeSections",
              List.of("videos"),
              "profileSorting",
              "latest");
      case HASHTAG -> Map.of("hashtags", subject, "resultsPerPage", question.limit());
      case TERM ->
          Map.of(
              "searchQueries",
              subject,
              "resultsPerPage",
              question.limit(),
              "searchSection",
              "/video");
    };
  }

  /** Half of each would leave out half of what an account with Shorts alone has. */
  private static Map<String, Object> youtube(Question question) {
    Object subject =
        switch (question.kind()) {
          case ACCOUNT -> startUrls(profile(question).url());
          case HASHTAG -> startUrls("https://www.youtube.com/hashtag/" + part(question));
          case TERM -> List.of(question.subject());
        };
    return Map.of(
        question.kind() == Question.Kind.TERM ? "searchQueries" : "startUrls",
        subject,
        "maxResults",
        question.limit(),
        "maxResultsShorts",
        question.limit(),
        "maxResultStreams",
        0);
  }

  private static Map<String, Object> instagram(Question question) {
    String url =
        question.kind() == Question.Kind.ACCOUNT
            ? profile(question).url()
            : "https://www.instagram.com/explore/tags/" + part(question) + "/";
    return Map.of(
        "directUrls", List.of(url), "resultsType", "reels", "resultsLimit", question.limit());
  }

  private static List<Map<String, String>> startUrls(String url) {
    return List.of(Map.of("url", url));
  }

  private static ProfileQuestion profile(Question question) {
    return ProfileQuestion.of(question.platform(), question.subject());
  }

  private static String part(Question question) {
    return URLEncoder.encode(question.subject(), UTF_8).replace("+", "%20");
  }

  /** A video that a list held, under the address that its platform's videos have. */
  public static VideoRef video(Platform platform, String id, @Nullable String author) {
    return VideoRef.of(platform, id, Canonical.address(platform, author, id));
  }
}
