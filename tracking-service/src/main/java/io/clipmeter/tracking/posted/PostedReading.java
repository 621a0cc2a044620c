package io.clipmeter.tracking.posted;

import io.clipmeter.events.Platform;
import io.clipmeter.events.Source;
import io.clipmeter.links.Canonical;
import io.clipmeter.links.VideoUrl;
import io.clipmeter.links.VideoUrls;
import io.clipmeter.tracking.observation.ReadingPolicy;
import io.clipmeter.tracking.observation.Verdict;
import io.clipmeter.tracking.post.ScheduledPost.Upload;
import io.clipmeter.tracking.source.Counts;
import io.clipmeter.tracking.source.Reading;
import io.clipmeter.tracking.source.VideoFacts;
import io.clipmeter.tracking.source.VideoRef;
import io.clipmeter.tracking.source.ayrshare.AyrshareAnswer;
import io.clipmeter.tracking.video.SeenVideo;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What came of reading an upload: a video with numbers, or why there are none.
 *
 * @param kind what its views count
 * @param created when the platform says it was published; null where it does not say
 */
record PostedReading(UUID campaignId, SeenVideo seen, Counts.Kind kind, @Nullable Instant created) {
  private static final String ID = "[0-9A-Za-z_-]{1,100}";

  /** What an answer is worth. */
  sealed interface Worth {
    /** Numbers of a video that is known. */
    record Numbers(PostedReading reading) implements Worth {}

    /** Nothing to write: what is known stays as it is. */
    record Nothing(String detail) implements Worth {}
  }

  /**
   * Reads an answer about an upload.
   *
   * @param handle of the account that it was posted by
   */
  static Worth of(
      UUID campaignId, Upload upload, String handle, AyrshareAnswer answer, Instant now) {
    Instant created = answer.created();
    Instant posted = created == null ? upload.scheduledAt() : created;
    Reading reading = answer.reading(now, posted, true);
    if (!(reading instanceof Reading.Ok ok)) {
      return new Worth.Nothing(reading.toString());
    }
    VideoRef video = video(upload, handle, answer, now);
    if (video == null) {
      return new Worth.Nothing("which video it is was not said");
    }
    if (!(ReadingPolicy.judge(ok, null) instanceof Verdict.Observed)) {
      return new Worth.Nothing("a number of views that cannot be");
    }
    VideoFacts said = ok.facts();
    VideoFacts facts =
        new VideoFacts(
            said.author(),
            said.caption() == null ? upload.caption() : said.caption(),
            said.music(),
            said.hashtags(),
            said.mentions(),
            said.durationSeconds(),
            said.thumbnailUrl(),
            posted == null ? now : posted);
    SeenVideo seen = new SeenVideo(video, ok.counts(), facts, now, Source.AYRSHARE);
    return new Worth.Numbers(new PostedReading(campaignId, seen, ok.kind(), created));
  }

  /** Instagram is known by the code in its address, as Ayrshare's id is another one. */
  private static @Nullable VideoRef video(
      Upload upload, String handle, AyrshareAnswer answer, Instant now) {
    Platform platform = upload.platform();
    String url = answer.url() == null ? upload.url() : answer.url();
    if (url != null
        && VideoUrls.parse(url, now) instanceof VideoUrl.Video named
        && named.platform() == platform) {
      return VideoRef.of(platform, named.id(), named.canonicalUrl());
    }
    String id = answer.id() == null ? upload.videoId() : answer.id();
    if (id == null || !id.matches(ID)) {
      return null;
    }
    return platform == Platform.INSTAGRAM
        ? null
        : VideoRef.of(platform, id, Canonical.address(platform, handle, id));
  }
}
