package io.clipmeter.tracking.source.ayrshare;

import io.clipmeter.events.Platform;
import io.clipmeter.events.Source;
import io.clipmeter.links.Canonical;
import io.clipmeter.tracking.source.Chunks;
import io.clipmeter.tracking.source.KeyCheck;
import io.clipmeter.tracking.source.Reading;
import io.clipmeter.tracking.source.Readings;
import io.clipmeter.tracking.source.VideoKey;
import io.clipmeter.tracking.source.VideoRef;
import io.clipmeter.tracking.source.ViewSource;
import io.clipmeter.tracking.source.call.ProviderFault;
import io.clipmeter.tracking.source.connected.ByAccount;
import io.clipmeter.tracking.source.connected.ConnectedAccount;
import io.clipmeter.tracking.source.connected.ConnectedAccounts;
import io.clipmeter.tracking.source.instagram.MediaIds;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads one video a call, by the platform's own id. It never says that a video is gone: an id that
 * is not the profile's own is not found either.
 */
final class AyrshareViewSource implements ViewSource {
  private static final Logger LOG = LoggerFactory.getLogger(AyrshareViewSource.class);

  private final ConnectedAccounts accounts;
  private final AyrshareClient ayrshare;
  private final MediaIds mediaIds;
  private final Clock clock;

  AyrshareViewSource(
      ConnectedAccounts accounts, AyrshareClient ayrshare, MediaIds mediaIds, Clock clock) {
    this.accounts = accounts;
    this.ayrshare = ayrshare;
    this.mediaIds = mediaIds;
    this.clock = clock;
  }

  @Override
  public Source name() {
    return Source.AYRSHARE;
  }

  @Override
  public Set<Platform> platforms() {
    return Set.of(Platform.values());
  }

  @Override
  public Readings read(List<VideoRef> videos) {
    ByAccount owned = ByAccount.of(accounts, videos, ConnectedAccounts.Opener.PROFILE);
    Map<VideoKey, Reading> answers = new HashMap<>(owned.without());
    List<VideoRef> readable = owned.owned().values().stream().flatMap(List::stream).toList();
    Map<String, MediaIds.Medium> media = media(readable);
    answers.putAll(
        Chunks.of(readable, 1)
            .inParallel(
                chunk -> {
                  VideoRef video = chunk.getFirst();
                  return Map.of(video.key(), one(owned.account(video), video, media));
                }));
    return new Readings(name(), clock.instant().truncatedTo(ChronoUnit.MILLIS), answers);
  }

  /** Instagram's API, and so Ayrshare, knows a video by another id than its address does. */
  private Map<String, MediaIds.Medium> media(List<VideoRef> videos) {
    List<String> codes =
        videos.stream()
            .filter(video -> video.key().platform() == Platform.INSTAGRAM)
            .map(video -> video.key().id())
            .distinct()
            .toList();
    return codes.isEmpty() ? Map.of() : mediaIds.of(codes);
  }

  private Reading one(
      ConnectedAccount account, VideoRef video, Map<String, MediaIds.Medium> media) {
    Platform platform = video.key().platform();
    MediaIds.Medium medium = media.get(video.key().id());
    String id =
        platform != Platform.INSTAGRAM ? video.key().id() : medium == null ? null : medium.id();
    if (id == null) {
      return Reading.failed("Instagram's own id of the video is not known");
    }
    try {
      AyrshareAnswer answer =
          ayrshare.video(id, platform, Objects.requireNonNull(account.profile()));
      if (answer.id() != null && !id.equals(answer.id())) {
        return Reading.failed("an answer about another video");
      }
      return answer.reading(
          clock.instant(),
          Canonical.uploadedAt(video.key().platform(), video.key().id()),
          ours(account, answer));
    } catch (ProviderFault fault) {
      LOG.warn("ayrshare: a video of account {} unread: {}", account.id(), fault.getMessage());
      return Reading.failed(fault);
    }
  }

  /** The address of a video of TikTok names its author; of one of YouTube nothing does. */
  private static boolean ours(ConnectedAccount account, AyrshareAnswer answer) {
    String url = answer.url();
    return url != null
        && url.toLowerCase(Locale.ROOT)
            .contains("/@" + account.handle().toLowerCase(Locale.ROOT) + "/");
  }

  /** One key is for all profiles. */
  @Override
  public KeyCheck checkKey() {
    return KeyCheck.by(
        () -> {
          ayrshare.probe();
          return "";
        });
  }
}
