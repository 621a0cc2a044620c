package io.clipmeter.tracking.account;

import io.clipmeter.chassis.secret.Envelope;
import io.clipmeter.events.Platform;
import io.clipmeter.tracking.source.VideoKey;
import io.clipmeter.tracking.source.connected.ConnectedAccount;
import io.clipmeter.tracking.source.connected.ConnectedAccount.Profile;
import io.clipmeter.tracking.source.connected.ConnectedAccounts;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which account each video can be read through, by the clipper of its clip. */
@Component
class AccountsOfVideos implements ConnectedAccounts {
  /**
   * Of several accounts the one that listed the video, else its author as last read, else one of a
   * clip that still counts, else the one that the address names, else the oldest. Whoever submits a
   * video of somebody else must not have it looked for among their own.
   */
  private static final String FIND =
      """
      SELECT DISTINCT ON (n.platform, n.video_id)
             n.platform, n.video_id, a.id, a.handle, a.platform_account_id, a.token_key_id, a.token_nonce, a.token_ciphertext,
             a.token_expires_at <= :now AS expired, p.id AS profile, p.key_key_id, p.key_nonce, p.key_ciphertext
      FROM unnest(:platforms::text[], :ids::text[]) AS n (platform, video_id)
      JOIN clip c ON c.platform = n.platform AND c.video_id = n.video_id
      JOIN social_account a ON a.clipper_id = c.clipper_id AND a.platform = c.platform
      LEFT JOIN ayrshare_profile p ON p.id = a.ayrshare_profile_id AND p.key_key_id IS NOT NULL
      LEFT JOIN video v ON v.platform = n.platform AND v.video_id = n.video_id
      LEFT JOIN instagram_media m ON n.platform = 'INSTAGRAM' AND m.shortcode = n.video_id
      WHERE CASE :opener WHEN 'PROFILE' THEN p.id IS NOT NULL
            ELSE a.token_key_id IS NOT NULL AND coalesce(a.token_expires_at > :now, true) END
      ORDER BY n.platform, n.video_id, a.id = m.account_id DESC NULLS LAST,
               lower(a.handle) = lower(v.facts #>> '{facts,author,username}') DESC NULLS LAST,
               c.status IN ('BASELINE_PENDING', 'BASELINED', 'TRACKED') DESC,
               position('/@' || lower(a.handle) || '/' IN lower(c.canonical_url)) > 0 DESC, a.id
      """;

  private final JdbcClient jdbc;
  private final Vault vault;
  private final Clock clock;

  AccountsOfVideos(JdbcClient jdbc, Vault vault, Clock clock) {
    this.jdbc = jdbc;
    this.vault = vault;
    this.clock = clock;
  }

  @Override
  public Map<VideoKey, ConnectedAccount> of(Collection<VideoKey> videos, Opener opener) {
    Map<VideoKey, ConnectedAccount> found = new HashMap<>();
    Map<UUID, ConnectedAccount> opened = new HashMap<>();
    jdbc.sql(FIND)
        .param("platforms", texts(videos, VideoKey::platform))
        .param("ids", texts(videos, VideoKey::id))
        .param("opener", opener.name())
        .param("now", Timestamp.from(clock.instant()))
        .query(
            rs -> {
              UUID id = rs.getObject("id", UUID.class);
              ConnectedAccount account = opened.get(id);
              if (account == null) {
                account = account(id, rs);
                opened.put(id, account);
              }
              found.put(key(rs), account);
            });
    return found;
  }

  private ConnectedAccount account(UUID id, ResultSet rs) throws SQLException {
    return new ConnectedAccount(
        id,
        rs.getString("handle"),
        rs.getString("platform_account_id"),
        token(id, rs),
        profile(rs));
  }

  private @Nullable String token(UUID id, ResultSet rs) throws SQLException {
    String keyId = rs.getString("token_key_id");
    if (keyId == null || rs.getBoolean("expired")) {
      return null;
    }
    Envelope token =
        new Envelope(keyId, rs.getBytes("token_nonce"), rs.getBytes("token_ciphertext"));
    return vault.open(id, token).orElse(null);
  }

  private @Nullable Profile profile(ResultSet rs) throws SQLException {
    UUID id = rs.getObject("profile", UUID.class);
    if (id == null) {
      return null;
    }
    Envelope key =
        new Envelope(
            rs.getString("key_key_id"), rs.getBytes("key_nonce"), rs.getBytes("key_ciphertext"));
    return vault.open(id, key).map(opened -> new Profile(id, opened)).orElse(null);
  }

  private static VideoKey key(ResultSet rs) throws SQLException {
    return new VideoKey(Platform.valueOf(rs.getString("platform")), rs.getString("video_id"));
  }

  private static String[] texts(Collection<VideoKey> keys, Function<VideoKey, Object> part) {
    return keys.stream().map(part).map(Object::toString).toArray(String[]::new);
  }
}
