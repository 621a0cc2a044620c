package io.clipmeter.analytics;

import io.clipmeter.events.CountMetric;
import io.clipmeter.events.Platform;
import io.clipmeter.events.Source;
import io.clipmeter.events.UnavailableReason;
import io.clipmeter.events.VideoObserved;
import io.clipmeter.events.VideoObserved.Author;
import io.clipmeter.events.VideoObserved.Music;
import io.clipmeter.events.VideoUnavailable;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What tracking says of a video, with what does not matter filled in. */
public record SaidVideo(
    Platform platform,
    String id,
    @Nullable Author author,
    @Nullable Music sound,
    List<String> tags,
    @Nullable Instant posted,
    @Nullable Long count,
    Instant observedAt,
    @Nullable List<UUID> postedFor,
    @Nullable CountMetric metric) {

  /** A video of TikTok with 10 views, posted and read at noon. */
  public static SaidVideo tiktok(String id) {
    return of(Platform.TIKTOK, id);
  }

  /** A video with 10 views, posted and read at noon. */
  public static SaidVideo of(Platform platform, String id) {
    return new SaidVideo(
        platform, id, null, null, List.of(), Said.NOON, 10L, Said.NOON, null, null);
  }

  public SaidVideo by(String username) {
    Author who = new Author("id-" + username, username, "Nick of " + username, "https://a/b.jpg");
    return new SaidVideo(
        platform, id, who, sound, tags, posted, count, observedAt, postedFor, metric);
  }

  public SaidVideo with(String soundId) {
    Music music = new Music(soundId, "Title of " + soundId, "somebody");
    return new SaidVideo(
        platform, id, author, music, tags, posted, count, observedAt, postedFor, metric);
  }

  public SaidVideo tagged(String... hashtags) {
    return new SaidVideo(
        platform,
        id,
        author,
        sound,
        List.of(hashtags),
        posted,
        count,
        observedAt,
        postedFor,
        metric);
  }

  public SaidVideo postedAt(@Nullable Instant at) {
    return new SaidVideo(
        platform, id, author, sound, tags, at, count, observedAt, postedFor, metric);
  }

  /** Null: the provider did not say. */
  public SaidVideo views(@Nullable Integer views) {
    Long known = views == null ? null : views.longValue();
    return new SaidVideo(
        platform, id, author, sound, tags, posted, known, observedAt, postedFor, metric);
  }

  /** Where it has views. */
  public SaidVideo counting(CountMetric what) {
    return new SaidVideo(
        platform, id, author, sound, tags, posted, count, observedAt, postedFor, what);
  }

  /** Read so many hours after noon. */
  public SaidVideo at(int hour) {
    Instant read = Said.NOON.plus(Duration.ofHours(hour));
    return new SaidVideo(platform, id, author, sound, tags, posted, count, read, postedFor, metric);
  }

  public SaidVideo forCampaigns(UUID... campaigns) {
    return new SaidVideo(
        platform, id, author, sound, tags, posted, count, observedAt, List.of(campaigns), metric);
  }

  public VideoObserved observed() {
    return new VideoObserved(
        platform,
        id,
        "https://video.example/" + id,
        author,
        "look at this",
        sound,
        tags,
        List.of("friend"),
        15L,
        null,
        posted,
        count,
        count == null ? null : count / 2,
        null,
        null,
        null,
        observedAt,
        Source.SIMULATED,
        List.of(),
        postedFor,
        count == null ? null : metric,
        null);
  }

  public VideoUnavailable unavailable() {
    return new VideoUnavailable(
        platform, id, UnavailableReason.DELETED, observedAt, Source.SIMULATED);
  }
}
