package io.clipmeter.tracking.posted;

import io.clipmeter.tracking.account.AyrshareProfiles;
import io.clipmeter.tracking.account.SocialAccount;
import io.clipmeter.tracking.account.SocialAccounts;
import io.clipmeter.tracking.post.ScheduledPosts.Posted;
import io.clipmeter.tracking.source.ayrshare.AyrshareClient;
import io.clipmeter.tracking.source.connected.ConnectedAccount.Profile;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Who posts are read as, and what by. */
@Component
class PostAccounts {
  private final SocialAccounts accounts;
  private final AyrshareProfiles profiles;
  private final Optional<AyrshareClient> ayrshare;

  PostAccounts(
      SocialAccounts accounts, AyrshareProfiles profiles, Optional<AyrshareClient> ayrshare) {
    this.accounts = accounts;
    this.profiles = profiles;
    this.ayrshare = ayrshare;
  }

  /** The accounts of some posts, and the profiles of those that have one, by the account's id. */
  record Found(Map<UUID, SocialAccount> accounts, Map<UUID, Profile> profiles) {}

  /** Empty where Ayrshare is not switched on. */
  Optional<AyrshareClient> client() {
    return ayrshare;
  }

  Found of(List<Posted> posts) {
    List<UUID> ids = posts.stream().map(p -> p.upload().socialAccountId()).distinct().toList();
    Map<UUID, SocialAccount> known =
        accounts.all(ids).stream()
            .collect(Collectors.toMap(SocialAccount::id, Function.identity()));
    return new Found(known, profiles.ofAccounts(ids));
  }
}
