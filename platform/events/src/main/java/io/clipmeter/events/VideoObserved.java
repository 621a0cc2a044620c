package io.clipmeter.events;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a platform says of a video, be it a clip of a campaign or not. The newest one stands for the
 * video. Key: the platform and the video id, such as {@code TIKTOK:7524354452762037512}.
 *
 * @param platform where the video is published
 * @param videoId the platform's own id of the video
 * @param canonicalUrl the one address of the video that all its short links lead to
 * @param author who published it; null where the provider did not say
 * @param caption the text beside the video; null where there is none
 * @param music the sound under it; null where the provider did not say
 * @param hashtags the hashtags of the caption without the #, in its order
 * @param mentions the accounts that the caption names, without the @, in its order
 * @param durationSeconds how long it plays, in seconds; null where the provider did not say
 * @param thumbnailUrl a still picture of it; null where the provider did not say
 * @param postedAt when it was published; null where the provider did not say
 * @param views views; null where the provider did not say: missing is never 0
 * @param likes likes; null where the provider did not say: missing is never 0
 * @param comments comments; null where the provider did not say: missing is never 0
 * @param shares shares; null where the provider did not say: missing is never 0
 * @param saves saves or favourites; null where the provider did not say: missing is never 0
 * @param observedAt when the counters were read
 * @param source which provider the reading came from
 * @param baselines the baselines of those submissions of the video that are not decided yet; every
 *     later observation repeats them until they are, because only the newest record of a video is
 *     sure to be kept
 * @param postedFor the campaigns that it was posted for on schedule, without a submission; null
 *     where there are none
 * @param metric what the views count; null where there are none, and in records of before it was
 *     told
 * @param sponsored whether the provider calls it an advertisement or paid for; null where it did
 *     not say. How many of its views were bought nobody says
 */
public record VideoObserved(
    Platform platform,
    String videoId,
    String canonicalUrl,
    @Nullable Author author,
    @Nullable String caption,
    @Nullable Music music,
    List<String> hashtags,
    List<String> mentions,
    @Nullable Long durationSeconds,
    @Nullable String thumbnailUrl,
    @Nullable Instant postedAt,
    @Nullable Long views,
    @Nullable Long likes,
    @Nullable Long comments,
    @Nullable Long shares,
    @Nullable Long saves,
    Instant observedAt,
    Source source,
    List<Baseline> baselines,
    @Nullable List<UUID> postedFor,
    @Nullable CountMetric metric,
    @Nullable Boolean sponsored)
    implements Event {

  /**
   * @throws NullPointerException where a field is missing that must be there
   * @throws IllegalArgumentException where a field is out of its range
   */
  public VideoObserved {
    requireNonNull(platform, "platform");
    Must.beId(videoId, "videoId");
    Must.beText(canonicalUrl, "canonicalUrl");
    Must.beStorable(caption, "caption");
    hashtags = Must.beTexts(hashtags, "hashtags");
    mentions = Must.beTexts(mentions, "mentions");
    Must.notBeNegativeIfKnown(durationSeconds, "durationSeconds");
    Must.beStorable(thumbnailUrl, "thumbnailUrl");
    Must.beInstantIfKnown(postedAt, "postedAt");
    Must.notBeNegativeIfKnown(views, "views");
    Must.notBeNegativeIfKnown(likes, "likes");
    Must.notBeNegativeIfKnown(comments, "comments");
    Must.notBeNegativeIfKnown(shares, "shares");
    Must.notBeNegativeIfKnown(saves, "saves");
    Must.beInstant(observedAt, "observedAt");
    requireNonNull(source, "source");
    baselines = List.copyOf(baselines);
    postedFor = postedFor == null ? null : List.copyOf(postedFor);
  }

  @Override
  public EventType type() {
    return EventType.VIDEO_OBSERVED;
  }

  @Override
  public String key() {
    return platform + ":" + videoId;
  }

  /**
   * Who published a video.
   *
   * @param id the platform's own id of the account; null where the provider did not say
   * @param username the name in the account's address, without the @
   * @param nickname the name that is shown; null where the provider did not say
   * @param avatarUrl the account's picture; null where the provider did not say
   */
  public record Author(
      @Nullable String id, String username, @Nullable String nickname, @Nullable String avatarUrl) {

    /**
     * @throws IllegalArgumentException where the username is blank or a part holds a NUL character
     */
    public Author {
      Must.beStorable(id, "author.id");
      Must.beText(username, "author.username");
      Must.beStorable(nickname, "author.nickname");
      Must.beStorable(avatarUrl, "author.avatarUrl");
    }
  }

  /**
   * The sound under a video; each part is null where the provider did not say.
   *
   * @param id the platform's own id of the sound
   * @param title what it is called
   * @param author who made it
   */
  public record Music(@Nullable String id, @Nullable String title, @Nullable String author) {

    /**
     * @throws IllegalArgumentException where a part holds a NUL character
     */
    public Music {
      Must.beStorable(id, "music.id");
      Must.beStorable(title, "music.title");
      Must.beStorable(author, "music.author");
    }
  }

  /**
   * The views that a submission started from. Captured once, never changed.
   *
   * @param submissionId the submission that it belongs to
   * @param views 0 or more
   * @param observedAt when they were read
   */
  public record Baseline(UUID submissionId, long views, Instant observedAt) {

    /**
     * @throws IllegalArgumentException where views is negative
     */
    public Baseline {
      requireNonNull(submissionId, "submissionId");
      Must.notBeNegative(views, "views");
      Must.beInstant(observedAt, "observedAt");
    }
  }
}
