package io.clipmeter.tracking.chaos;

import io.clipmeter.tracking.source.VideoKey;
import io.clipmeter.tracking.source.connected.ConnectedAccount;
import io.clipmeter.tracking.source.connected.ConnectedAccount.Profile;
import io.clipmeter.tracking.source.connected.ConnectedAccounts;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** Each campaign's clips of a platform are one account's, and each campaign has one profile. */
record Owners(Truth truth) implements ConnectedAccounts {
  static final String HANDLE = "someone";

  static String token(Clip clip) {
    return "token-of-" + accountId(clip);
  }

  static String accountId(Clip clip) {
    return clip.platform() + "-" + clip.campaign();
  }

  static String profileKey(Clip clip) {
    return "profile-of-" + clip.campaign();
  }

  @Override
  public Map<VideoKey, ConnectedAccount> of(Collection<VideoKey> videos, Opener opener) {
    return videos.stream()
        .collect(Collectors.toMap(video -> video, video -> account(truth.clip(video.id()))));
  }

  private static ConnectedAccount account(Clip clip) {
    return new ConnectedAccount(
        new UUID(clip.campaign().getLeastSignificantBits(), clip.platform().ordinal()),
        HANDLE,
        accountId(clip),
        token(clip),
        new Profile(clip.campaign(), profileKey(clip)));
  }
}
