package io.clipmeter.tracking.discovery;

import io.clipmeter.chassis.web.Ids;
import io.clipmeter.chassis.web.Page;
import io.clipmeter.chassis.web.PageQuery;
import io.clipmeter.events.Platform;
import io.clipmeter.tracking.source.profile.Profile;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The accounts whose videos were found, one for each platform and handle. */
@Component
public class CreatorAccounts {
  /** What is not said this time stays as it was. Rows in one order, so that nobody deadlocks. */
  private static final String SEE =
      """
      INSERT INTO creator_account (id, platform, handle, account_id, nickname, avatar_url, verified, followers,
                                   videos, first_seen_at, last_scraped_at)
      SELECT n.id, n.platform, n.handle, n.account_id, n.nickname, n.avatar_url, n.verified, n.followers,
        n.videos, n.at, n.at
      FROM unnest(:ids::uuid[], :platforms::text[], :handles::text[], :accounts::text[], :nicknames::text[],
                  :avatars::text[], :verified::boolean[], :followers::bigint[], :videos::bigint[],
                  :ats::timestamptz[])
        AS n (id, platform, handle, account_id, nickname, avatar_url, verified, followers, videos, at)
      ORDER BY n.platform, lower(n.handle)
      ON CONFLICT (platform, lower(handle)) DO UPDATE SET
        handle = excluded.handle,
        account_id = coalesce(excluded.account_id, creator_account.account_id),
        nickname = coalesce(excluded.nickname, creator_account.nickname),
        avatar_url = coalesce(excluded.avatar_url, creator_account.avatar_url),
        verified = coalesce(excluded.verified, creator_account.verified),
        followers = coalesce(excluded.followers, creator_account.followers),
        videos = coalesce(excluded.videos, creator_account.videos),
        last_scraped_at = greatest(excluded.last_scraped_at, creator_account.last_scraped_at)
      """;

  private static final String FIND = "SELECT * FROM creator_account WHERE id = :id";
  private static final String LIST =
      """
      SELECT * FROM creator_account
      WHERE id < :before AND (:platform::text IS NULL OR platform = :platform::text)
      ORDER BY id DESC LIMIT :limit
      """;

  private final JdbcClient jdbc;
  private final Ids ids;

  CreatorAccounts(JdbcClient jdbc, Ids ids) {
    this.jdbc = jdbc;
    this.ids = ids;
  }

  /** An account as it was met, and when. */
  public record Met(Platform platform, Profile profile, Instant at) {
    private String key() {
      return platform + " " + profile.handle().toLowerCase(Locale.ROOT);
    }
  }

  /** Takes over what is said of accounts; new ones are added. */
  public void see(Collection<Met> met) {
    if (met.isEmpty()) {
      return;
    }
    Map<String, Met> each = new TreeMap<>();
    met.forEach(account -> each.putIfAbsent(account.key(), account));
    Collection<Met> all = each.values();
    jdbc.sql(SEE)
        .param("ats", texts(all, Met::at))
        .param("ids", all.stream().map(account -> ids.next().toString()).toArray(String[]::new))
        .param("platforms", texts(all, account -> account.platform().name()))
        .param("handles", texts(all, account -> account.profile().handle()))
        .param("accounts", texts(all, account -> account.profile().accountId()))
        .param("nicknames", texts(all, account -> account.profile().nickname()))
        .param("avatars", texts(all, account -> account.profile().avatarUrl()))
        .param("verified", texts(all, account -> account.profile().verified()))
        .param("followers", texts(all, account -> account.profile().followers()))
        .param("videos", texts(all, account -> account.profile().videos()))
        .update();
  }

  /** One account. */
  public Optional<Account> find(UUID id) {
    return jdbc.sql(FIND).param("id", id).query((rs, n) -> account(rs)).optional();
  }

  /** Accounts, the last met for the first time first; of one platform, or of all. */
  public Page<Account> list(Optional<Platform> platform, PageQuery query) {
    List<Account> fetched =
        jdbc.sql(LIST)
            .param("platform", platform.map(Platform::name).orElse(null))
            .param("before", query.before())
            .param("limit", query.limit())
            .query((rs, n) -> account(rs))
            .list();
    return Page.of(fetched, query, Account::id);
  }

  private static Account account(ResultSet rs) throws SQLException {
    return new Account(
        rs.getObject("id", UUID.class),
        Platform.valueOf(rs.getString("platform")),
        rs.getString("handle"),
        rs.getString("account_id"),
        rs.getString("nickname"),
        rs.getString("avatar_url"),
        rs.getObject("verified", Boolean.class),
        rs.getObject("followers", Long.class),
        rs.getObject("videos", Long.class),
        rs.getTimestamp("first_seen_at").toInstant(),
        rs.getTimestamp("last_scraped_at").toInstant());
  }

  private static @Nullable String[] texts(
      Collection<Met> all, Function<Met, @Nullable Object> part) {
    return all.stream()
        .map(part)
        .map(value -> value == null ? null : value.toString())
        .toArray(String[]::new);
  }
}
