package io.clipmeter.tracking.source.connected;

import io.clipmeter.tracking.source.Chunks;
import io.clipmeter.tracking.source.Reading;
import io.clipmeter.tracking.source.VideoKey;
import io.clipmeter.tracking.source.VideoRef;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/**
 * A question cut by the accounts that can answer it.
 *
 * @param owned the videos of each account
 * @param accounts the account of each of these videos
 * @param without the answers of the others: they are unknown here without a call
 */
public record ByAccount(
    Map<UUID, List<VideoRef>> owned,
    Map<VideoKey, ConnectedAccount> accounts,
    Map<VideoKey, Reading> without) {

  /**
   * Looks the accounts up, in one go.
   *
   * @param opener what this provider needs of an account
   */
  public static ByAccount of(
      ConnectedAccounts connected, Collection<VideoRef> videos, ConnectedAccounts.Opener opener) {
    Map<VideoKey, ConnectedAccount> accounts =
        new HashMap<>(connected.of(videos.stream().map(VideoRef::key).distinct().toList(), opener));
    accounts.values().removeIf(account -> !account.opensBy(opener));
    Map<UUID, List<VideoRef>> owned = new LinkedHashMap<>();
    Map<VideoKey, Reading> without = new HashMap<>();
    for (VideoRef video : videos) {
      ConnectedAccount account = accounts.get(video.key());
      if (account == null) {
        without.put(
            video.key(),
            Reading.failed(
                "no connected account with a " + opener.name().toLowerCase(Locale.ROOT)));
      } else {
        owned.computeIfAbsent(account.id(), id -> new ArrayList<>()).add(video);
      }
    }
    return new ByAccount(owned, accounts, without);
  }

  /** Pieces of at most so many videos, each of one account. */
  public Chunks chunks(int max) {
    return new Chunks(
        owned.values().stream().flatMap(same -> Chunks.of(same, max).all().stream()).toList());
  }

  /** The account of a video that has one. */
  public ConnectedAccount account(VideoRef video) {
    return Objects.requireNonNull(accounts.get(video.key()));
  }
}
