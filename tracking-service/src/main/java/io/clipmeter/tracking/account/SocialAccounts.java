package io.clipmeter.tracking.account;

import io.clipmeter.chassis.secret.Envelope;
import io.clipmeter.chassis.web.PageQuery;
import io.clipmeter.events.Platform;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The connected accounts; their tokens go in sealed and are not read here. */
@Component
public class SocialAccounts {
  private static final String COLUMNS =
      """
      SELECT id, platform, handle, platform_account_id, clipper_id, ayrshare_profile_id,
             token_key_id IS NOT NULL AS has_token, token_expires_at, created_at
      FROM social_account
      """;
  private static final String ADD =
      """
      INSERT INTO social_account (id, platform, handle, platform_account_id, clipper_id, ayrshare_profile_id, token_key_id,
                                  token_nonce, token_ciphertext, token_expires_at, created_at)
      VALUES (:id, :platform, :handle, :account, :clipper, :profile, :key, :nonce, :ciphertext, :expires, :at)
      ON CONFLICT DO NOTHING
      """;
  private static final String SET_TOKEN =
      """
      UPDATE social_account SET token_key_id = :key, token_nonce = :nonce, token_ciphertext = :ciphertext,
             token_expires_at = :expires
      WHERE id = :id
      """;
  private static final String PAGE =
      COLUMNS
          + """
          WHERE id < :before AND (:platform::text IS NULL OR platform = :platform)
            AND (:clipper::text IS NULL OR clipper_id = :clipper)
          ORDER BY id DESC LIMIT :limit
          """;

  private final JdbcClient jdbc;

  SocialAccounts(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** False where the platform's account is connected already. */
  boolean add(SocialAccount account, @Nullable Envelope token) {
    return sealed(jdbc.sql(ADD), token, account.tokenExpiresAt())
            .param("id", account.id())
            .param("platform", account.platform().name())
            .param("handle", account.handle())
            .param("account", account.platformAccountId())
            .param("clipper", account.clipperId())
            .param("profile", account.ayrshareProfileId(), Types.OTHER)
            .param("at", Timestamp.from(account.createdAt()))
            .update()
        > 0;
  }

  /** False where there is no such account. */
  boolean setToken(UUID id, Envelope token, @Nullable Instant expiresAt) {
    return sealed(jdbc.sql(SET_TOKEN), token, expiresAt).param("id", id).update() > 0;
  }

  /** False where there is no such account. */
  boolean delete(UUID id) {
    return jdbc.sql("DELETE FROM social_account WHERE id = :id").param("id", id).update() > 0;
  }

  /** The account with this id. */
  public Optional<SocialAccount> find(UUID id) {
    return jdbc.sql(COLUMNS + "WHERE id = :id")
        .param("id", id)
        .query((rs, n) -> account(rs))
        .optional();
  }

  /** Those with these ids, in no order. */
  public List<SocialAccount> all(List<UUID> ids) {
    return jdbc.sql(COLUMNS + "WHERE id = ANY (:ids::uuid[])")
        .param("ids", ids.stream().map(UUID::toString).toArray(String[]::new))
        .query((rs, n) -> account(rs))
        .list();
  }

  List<SocialAccount> page(
      @Nullable Platform platform, @Nullable String clipperId, PageQuery query) {
    return jdbc.sql(PAGE)
        .param("before", query.before())
        .param("platform", platform == null ? null : platform.name(), Types.VARCHAR)
        .param("clipper", clipperId, Types.VARCHAR)
        .param("limit", query.limit())
        .query((rs, n) -> account(rs))
        .list();
  }

  private static JdbcClient.StatementSpec sealed(
      JdbcClient.StatementSpec sql, @Nullable Envelope token, @Nullable Instant expiresAt) {
    return sql.param("key", token == null ? null : token.keyId(), Types.VARCHAR)
        .param("nonce", token == null ? null : token.nonce(), Types.BINARY)
        .param("ciphertext", token == null ? null : token.ciphertext(), Types.BINARY)
        .param("expires", expiresAt == null ? null : Timestamp.from(expiresAt), Types.TIMESTAMP);
  }

  private static SocialAccount account(ResultSet rs) throws SQLException {
    Timestamp expires = rs.getTimestamp("token_expires_at");
    return new SocialAccount(
        rs.getObject("id", UUID.class),
        Platform.valueOf(rs.getString("platform")),
        rs.getString("handle"),
        rs.getString("platform_account_id"),
        rs.getString("clipper_id"),
        rs.getObject("ayrshare_profile_id", UUID.class),
        rs.getBoolean("has_token"),
        expires == null ? null : expires.toInstant(),
        rs.getTimestamp("created_at").toInstant());
  }
}
