package io.clipmeter.local.simulator.item;

import io.clipmeter.local.simulator.views.Platform;
import io.clipmeter.local.simulator.views.VideoKey;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A URL as it was asked for, and the video it names.
 *
 * @param form how the URL spells it: actors answer some spellings differently
 */
public record VideoUrl(String url, VideoKey video, Form form) {
  /** A spelling. */
  public enum Form {
    VIDEO,
    SHORT,
    REEL,
    POST,
    PHOTO
  }

  private record Spelling(Pattern pattern, Form form) {
    static Spelling of(Form form, String pattern) {
      return new Spelling(Pattern.compile("https?://" + pattern), form);
    }
  }

  private static final List<Spelling> TIKTOK =
      List.of(
          Spelling.of(
              Form.VIDEO, "(?:www\\.|m\\.)?tiktok\\.com/@[^/?#]*/video/(\\d{1,20})/?(?:[?#].*)?"),
          Spelling.of(
              Form.PHOTO, "(?:www\\.|m\\.)?tiktok\\.com/@[^/?#]*/photo/(\\d{1,20})/?(?:[?#].*)?"));
  private static final String YOUTUBE_HOST = "(?:www\\.|m\\.|music\\.)?youtube\\.com/";
  private static final String YOUTUBE_ID = "([0-9A-Za-z_-]{1,100})(?:[/?&#].*)?";
  private static final List<Spelling> YOUTUBE =
      List.of(
          Spelling.of(Form.VIDEO, YOUTUBE_HOST + "watch\\?(?:[^#]*&)?v=" + YOUTUBE_ID),
          Spelling.of(Form.SHORT, YOUTUBE_HOST + "shorts/" + YOUTUBE_ID),
          Spelling.of(Form.VIDEO, YOUTUBE_HOST + "(?:live|embed|v)/" + YOUTUBE_ID),
          Spelling.of(Form.VIDEO, "youtu\\.be/" + YOUTUBE_ID));
  private static final String INSTAGRAM_HOST = "(?:www\\.|m\\.)?instagram\\.com/(?:[^/?#]+/)?";
  private static final String INSTAGRAM_CODE = "([0-9A-Za-z_-]{1,100})/?(?:[?#].*)?";
  private static final List<Spelling> INSTAGRAM =
      List.of(
          Spelling.of(Form.REEL, INSTAGRAM_HOST + "reels?/" + INSTAGRAM_CODE),
          Spelling.of(Form.POST, INSTAGRAM_HOST + "(?:p|tv)/" + INSTAGRAM_CODE));

  /** Empty when the URL is no video of the platform. */
  public static Optional<VideoUrl> of(Platform platform, String url) {
    List<Spelling> spellings =
        switch (platform) {
          case TIKTOK -> TIKTOK;
          case YOUTUBE -> YOUTUBE;
          case INSTAGRAM -> INSTAGRAM;
        };
    for (Spelling spelling : spellings) {
      Matcher matcher = spelling.pattern().matcher(url);
      if (matcher.matches()) {
        var video = new VideoKey(platform, matcher.group(1));
        return Optional.of(new VideoUrl(url, video, spelling.form()));
      }
    }
    return Optional.empty();
  }
}
