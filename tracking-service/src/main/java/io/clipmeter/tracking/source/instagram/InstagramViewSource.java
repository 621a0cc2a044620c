package io.clipmeter.tracking.source.instagram;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.clipmeter.events.Platform;
import io.clipmeter.events.Source;
import io.clipmeter.events.UnavailableReason;
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
import io.clipmeter.tracking.source.instagram.InstagramClient.Media;
import io.clipmeter.tracking.source.instagram.MediaIds.Medium;
import io.clipmeter.tracking.source.usage.PartSettings;
import io.clipmeter.tracking.source.usage.RunPlaces;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads one video a call, once it knows which of the account's media it is. */
final class InstagramViewSource implements ViewSource {
  private static final Logger LOG = LoggerFactory.getLogger(InstagramViewSource.class);

  private static final Duration ABSENT_FIRST = Duration.ofMinutes(5);
  private static final Duration ABSENT_FOR = Duration.ofHours(6);
  private static final int ABSENT_MAX = 100_000;

  private final ConnectedAccounts accounts;
  private final InstagramClient instagram;
  private final MediaIds mediaIds;
  private final Clock clock;
  private final Cache<Absent, Search> absent;

  /** The accounts whose media were lately looked through, also where that failed. */
  private final Cache<UUID, Instant> looked;

  private final RunPlaces places;

  InstagramViewSource(
      ConnectedAccounts accounts,
      InstagramClient instagram,
      MediaIds mediaIds,
      InstagramSettings settings,
      PartSettings parts,
      Clock clock) {
    this.accounts = accounts;
    this.instagram = instagram;
    this.mediaIds = mediaIds;
    this.clock = clock;
    this.absent =
        Caffeine.newBuilder()
            .expireAfterWrite(ABSENT_FOR.multipliedBy(2))
            .maximumSize(ABSENT_MAX)
            .ticker(() -> TimeUnit.MILLISECONDS.toNanos(clock.millis()))
            .build();
    this.looked =
        Caffeine.newBuilder()
            .expireAfterWrite(ABSENT_FIRST)
            .maximumSize(ABSENT_MAX)
            .ticker(() -> TimeUnit.MILLISECONDS.toNanos(clock.millis()))
            .build();
    this.places = new RunPlaces(settings.parallelMax(), parts);
  }

  /** A video that was not found among all media of an account. */
  private record Absent(UUID account, String code) {}

  /** A search in vain. What was posted seconds ago may be among the media in minutes. */
  private record Search(Duration pause, Instant again) {
    static Search after(@Nullable Search before, Instant now) {
      Duration pause = before == null ? ABSENT_FIRST : before.pause().multipliedBy(2);
      Duration bounded = pause.compareTo(ABSENT_FOR) > 0 ? ABSENT_FOR : pause;
      return new Search(bounded, now.plus(bounded));
    }
  }

  @Override
  public Source name() {
    return Source.INSTAGRAM;
  }

  @Override
  public Set<Platform> platforms() {
    return Set.of(Platform.INSTAGRAM);
  }

  /** What is known while one question is answered: each account's list is fetched once at most. */
  private record Known(
      ByAccount owned, Map<String, Medium> ids, Map<UUID, FutureTask<Media>> lists) {}

  @Override
  public Readings read(List<VideoRef> videos) {
    ByAccount owned = ByAccount.of(accounts, videos, ConnectedAccounts.Opener.TOKEN);
    Map<VideoKey, Reading> answers = new HashMap<>(owned.without());
    List<VideoRef> readable = owned.owned().values().stream().flatMap(List::stream).toList();
    if (!readable.isEmpty()) {
      Map<String, Medium> ids =
          mediaIds.of(readable.stream().map(video -> video.key().id()).distinct().toList());
      Known known = new Known(owned, ids, new ConcurrentHashMap<>());
      answers.putAll(
          Chunks.of(readable, 1)
              .inParallel(
                  places, chunk -> Map.of(chunk.getFirst().key(), one(known, chunk.getFirst()))));
    }
    return new Readings(name(), clock.instant().truncatedTo(ChronoUnit.MILLIS), answers);
  }

  private Reading one(Known known, VideoRef video) {
    ConnectedAccount account = known.owned().account(video);
    try {
      String code = video.key().id();
      Medium medium = known.ids().get(code);
      if (medium == null) {
        return searched(known, account, code);
      }
      return account.id().equals(medium.account())
          ? read(known, account, code, medium.id())
          : tried(known, account, code, medium.id());
    } catch (ProviderFault fault) {
      LOG.warn("instagram: a video of account {} unread: {}", account.id(), fault.getMessage());
      return Reading.failed(fault);
    }
  }

  /**
   * Looking through all media takes up to 50 calls: it is not done in each round in vain, nor for
   * each video. What it finds is kept for all of them.
   */
  private Reading searched(Known known, ConnectedAccount account, String code) {
    Absent searched = new Absent(account.id(), code);
    Search before = absent.getIfPresent(searched);
    Instant now = clock.instant();
    if (before == null || !now.isBefore(before.again())) {
      if (!mayLook(known, account)) {
        return Reading.failed(
            ProviderFault.Kind.BUSY,
            "not known yet, and its clipper's account was just looked through");
      }
      String found = list(known, account).ids().get(code);
      if (found != null) {
        return insights(account, found);
      }
      absent.put(searched, Search.after(before, now));
    }
    return Reading.failed("not among the media of its clipper's account");
  }

  /** Not known to be this account's: that it can read it shows it, that it cannot shows nothing. */
  private Reading tried(Known known, ConnectedAccount account, String code, String id) {
    try {
      return insights(account, id);
    } catch (ProviderFault fault) {
      if (!fault.hasCode(InstagramErrors.MISSING)) {
        throw fault;
      }
      return searched(known, account, code);
    }
  }

  /** A medium that this very account listed and that its whole list no longer has is removed. */
  private Reading read(Known known, ConnectedAccount account, String code, String id) {
    try {
      return insights(account, id);
    } catch (ProviderFault fault) {
      if (!fault.hasCode(InstagramErrors.MISSING)) {
        throw fault;
      }
      Media now = list(known, account);
      return now.whole() && !now.ids().isEmpty() && !now.ids().containsKey(code)
          ? new Reading.Gone(UnavailableReason.NOT_FOUND)
          : Reading.failed(fault);
    }
  }

  private Reading insights(ConnectedAccount account, String id) {
    return new Insights(id, instagram.insights(account, id)).reading();
  }

  /** The list of this question serves all its videos, also those that come while it is fetched. */
  private boolean mayLook(Known known, ConnectedAccount account) {
    return known
            .lists()
            .computeIfAbsent(
                account.id(), id -> looked.getIfPresent(id) == null ? listing(account) : null)
        != null;
  }

  private FutureTask<Media> listing(ConnectedAccount account) {
    looked.put(account.id(), clock.instant());
    return new FutureTask<>(
        () -> {
          Media media = instagram.media(account);
          mediaIds.add(account.id(), media.ids(), clock.instant());
          return media;
        });
  }

  /** Whoever comes first fetches it; a list that could not be read is not asked for again. */
  private Media list(Known known, ConnectedAccount account) {
    FutureTask<Media> list = known.lists().computeIfAbsent(account.id(), id -> listing(account));
    list.run();
    try {
      return list.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ProviderFault(ProviderFault.Kind.LOST, "interrupted");
    } catch (ExecutionException e) {
      throw e.getCause() instanceof RuntimeException cause
          ? cause
          : new IllegalStateException(e.getCause());
    }
  }

  /** Each account has a token of its own; there is none for all of them. */
  @Override
  public KeyCheck checkKey() {
    return new KeyCheck.Unknown("each account has a token of its own");
  }
}
