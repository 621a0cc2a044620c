package io.clipmeter.tracking.source.tiktok;

import io.clipmeter.events.Platform;
import io.clipmeter.events.Source;
import io.clipmeter.events.UnavailableReason;
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
import io.clipmeter.tracking.source.item.Item;
import io.clipmeter.tracking.source.usage.PartSettings;
import io.clipmeter.tracking.source.usage.RunPlaces;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;

/** Reads up to 20 videos of one account in one call. */
final class TikTokViewSource implements ViewSource {
  private static final Logger LOG = LoggerFactory.getLogger(TikTokViewSource.class);

  private final ConnectedAccounts accounts;
  private final TikTokClient tiktok;
  private final OEmbed oembed;
  private final Clock clock;
  private final RunPlaces places;

  TikTokViewSource(
      ConnectedAccounts accounts,
      TikTokClient tiktok,
      OEmbed oembed,
      TikTokSettings settings,
      PartSettings parts,
      Clock clock) {
    this.accounts = accounts;
    this.tiktok = tiktok;
    this.oembed = oembed;
    this.clock = clock;
    this.places = new RunPlaces(settings.parallelMax(), parts);
  }

  @Override
  public Source name() {
    return Source.TIKTOK;
  }

  @Override
  public Set<Platform> platforms() {
    return Set.of(Platform.TIKTOK);
  }

  @Override
  public Readings read(List<VideoRef> videos) {
    ByAccount owned = ByAccount.of(accounts, videos, ConnectedAccounts.Opener.TOKEN);
    Map<VideoKey, Reading> answers = new HashMap<>(owned.without());
    answers.putAll(
        owned
            .chunks(TikTokClient.IDS_MAX)
            .inParallel(places, chunk -> readChunk(owned.account(chunk.getFirst()), chunk)));
    return new Readings(name(), clock.instant().truncatedTo(ChronoUnit.MILLIS), answers);
  }

  private Map<VideoKey, Reading> readChunk(ConnectedAccount account, List<VideoRef> chunk) {
    try {
      List<String> ids = chunk.stream().map(video -> video.key().id()).toList();
      return match(account, chunk, tiktok.videos(ids, String.valueOf(account.accessToken())));
    } catch (ProviderFault fault) {
      LOG.warn(
          "tiktok: {} videos of account {} unread: {}",
          chunk.size(),
          account.id(),
          fault.getMessage());
      return Readings.failed(name(), clock.instant(), chunk, Reading.failed(fault)).answers();
    }
  }

  private Map<VideoKey, Reading> match(
      ConnectedAccount account, List<VideoRef> asked, List<JsonNode> items) {
    Map<VideoKey, Reading> found = new HashMap<>();
    for (JsonNode item : items) {
      TikTokVideo video = new TikTokVideo(new Item(item));
      String id = video.id();
      if (id != null) {
        found.put(new VideoKey(Platform.TIKTOK, id), video.reading(account));
      }
    }
    VideoRef shown =
        asked.stream().filter(video -> found.containsKey(video.key())).findFirst().orElse(null);
    Map<VideoKey, Reading> answers = new HashMap<>();
    for (VideoRef video : asked) {
      Reading reading = found.get(video.key());
      answers.put(video.key(), reading == null ? leftOut(account, video, shown) : reading);
    }
    return answers;
  }

  /**
   * It is another account's, or it is gone: the answer does not tell, so the public page is asked.
   */
  private Reading leftOut(ConnectedAccount account, VideoRef video, @Nullable VideoRef shown) {
    return switch (oembed.ask(video, shown)) {
      case OEmbed.Said.NotThere none -> new Reading.Gone(UnavailableReason.NOT_FOUND);
      case OEmbed.Said.By by ->
          Reading.uncounted(
              by.is(account.handle())
                  ? "left out, though the account's own"
                  : "left out: another account's");
      case OEmbed.Said.Nothing nothing ->
          Reading.failed(nothing.fault(), "left out, and " + nothing.detail());
    };
  }

  @Override
  public boolean isWitness() {
    return true;
  }

  /** Of any account's video: the public page needs no token. */
  @Override
  public Existence exists(VideoRef video, @Nullable VideoRef shown) {
    return switch (oembed.look(video, shown)) {
      case OEmbed.Said.By by -> Existence.THERE;
      case OEmbed.Said.NotThere none -> Existence.NOT_THERE;
      case OEmbed.Said.Nothing nothing -> Existence.UNKNOWN;
    };
  }

  /** Each account has a token of its own; there is none for all of them. oEmbed needs none. */
  @Override
  public KeyCheck checkKey() {
    return new KeyCheck.Unknown("each account has a token of its own; " + oembed.probe());
  }
}
