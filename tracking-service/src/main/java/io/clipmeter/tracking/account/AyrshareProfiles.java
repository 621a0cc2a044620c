package io.clipmeter.tracking.account;

import io.clipmeter.chassis.secret.Envelope;
import io.clipmeter.chassis.web.PageQuery;
import io.clipmeter.tracking.source.connected.ConnectedAccount.Profile;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The profiles at Ayrshare, their keys sealed. */
@Component
public class AyrshareProfiles {
  private static final String COLUMNS =
      "SELECT id, title, ref_id, key_key_id IS NOT NULL AS key_stored, created_at FROM"
          + " ayrshare_profile ";
  private static final String ADD =
      """
      INSERT INTO ayrshare_profile (id, title, ref_id, key_key_id, key_nonce, key_ciphertext, created_at)
      VALUES (:id, :title, :ref, :key, :nonce, :ciphertext, :at)
      ON CONFLICT DO NOTHING
      """;
  private static final String RESERVE =
      "INSERT INTO ayrshare_profile (id, title, created_at) VALUES (:id, :title, :at) ON CONFLICT"
          + " DO NOTHING";

  // The key is shown once: neither a reference that is known nor a row that was forgotten meanwhile
  // may stand in its way.
  private static final String KEEP =
      """
      INSERT INTO ayrshare_profile (id, title, ref_id, key_key_id, key_nonce, key_ciphertext, created_at)
      VALUES (:id, :title, (SELECT :ref::text WHERE NOT EXISTS (SELECT FROM ayrshare_profile WHERE ref_id = :ref)),
              :key, :nonce, :ciphertext, :at)
      ON CONFLICT (id) DO UPDATE
      SET ref_id = excluded.ref_id, key_key_id = excluded.key_key_id, key_nonce = excluded.key_nonce,
          key_ciphertext = excluded.key_ciphertext
      """;
  private static final String PAGE =
      COLUMNS
          + """
          WHERE id < :before AND (:title::text IS NULL OR title = :title)
          ORDER BY id DESC LIMIT :limit
          """;
  private static final String HOLD =
      "SELECT id FROM ayrshare_profile WHERE id = :id AND key_key_id IS NOT NULL FOR KEY SHARE";
  private static final String KEYS =
      """
      SELECT a.id AS account, p.id AS profile, key_key_id, key_nonce, key_ciphertext
      FROM social_account a JOIN ayrshare_profile p ON p.id = a.ayrshare_profile_id
      WHERE a.id = ANY (:accounts::uuid[]) AND p.key_key_id IS NOT NULL
      """;

  private final JdbcClient jdbc;
  private final Vault vault;

  AyrshareProfiles(JdbcClient jdbc, Vault vault) {
    this.jdbc = jdbc;
    this.vault = vault;
  }

  /** False where the title or the reference is known. */
  boolean add(AyrshareProfile profile, Envelope key) {
    return write(ADD, profile, key);
  }

  /** Takes the title for a profile that is to be made; false where it is known. */
  boolean reserve(AyrshareProfile profile) {
    return jdbc.sql(RESERVE)
            .param("id", profile.id())
            .param("title", profile.title())
            .param("at", Timestamp.from(profile.createdAt()))
            .update()
        > 0;
  }

  /** Keeps the key of a profile that was reserved and is made now. */
  void keep(AyrshareProfile profile, Envelope key) {
    write(KEEP, profile, key);
  }

  /** Gives a title back that was reserved for nothing. */
  void release(UUID id) {
    jdbc.sql("DELETE FROM ayrshare_profile WHERE id = :id AND key_key_id IS NULL")
        .param("id", id)
        .update();
  }

  private boolean write(String statement, AyrshareProfile profile, Envelope key) {
    return jdbc.sql(statement)
            .param("id", profile.id())
            .param("title", profile.title())
            .param("ref", profile.refId(), Types.VARCHAR)
            .param("key", key.keyId())
            .param("nonce", key.nonce())
            .param("ciphertext", key.ciphertext())
            .param("at", Timestamp.from(profile.createdAt()))
            .update()
        > 0;
  }

  /**
   * Keeps the profile from being deleted while the transaction lasts; false where there is none, or
   * none with a key.
   */
  boolean hold(UUID id) {
    return jdbc.sql(HOLD).param("id", id).query(UUID.class).optional().isPresent();
  }

  /** False where there is no such profile. */
  boolean delete(UUID id) {
    return jdbc.sql("DELETE FROM ayrshare_profile WHERE id = :id").param("id", id).update() > 0;
  }

  Optional<AyrshareProfile> find(UUID id) {
    return jdbc.sql(COLUMNS + "WHERE id = :id")
        .param("id", id)
        .query((rs, n) -> profile(rs))
        .optional();
  }

  List<AyrshareProfile> page(@Nullable String title, PageQuery query) {
    return jdbc.sql(PAGE)
        .param("before", query.before())
        .param("title", title, Types.VARCHAR)
        .param("limit", query.limit())
        .query((rs, n) -> profile(rs))
        .list();
  }

  /**
   * The opened profile of each of these accounts; one without, or whose key is lost, is left out.
   */
  public Map<UUID, Profile> ofAccounts(Collection<UUID> accounts) {
    Map<UUID, Profile> profiles = new HashMap<>();
    jdbc.sql(KEYS)
        .param("accounts", accounts.stream().map(UUID::toString).toArray(String[]::new))
        .query(
            rs -> {
              UUID profile = rs.getObject("profile", UUID.class);
              UUID account = rs.getObject("account", UUID.class);
              vault
                  .open(profile, envelope(rs))
                  .ifPresent(key -> profiles.put(account, new Profile(profile, key)));
            });
    return profiles;
  }

  private static Envelope envelope(ResultSet rs) throws SQLException {
    return new Envelope(
        rs.getString("key_key_id"), rs.getBytes("key_nonce"), rs.getBytes("key_ciphertext"));
  }

  private static AyrshareProfile profile(ResultSet rs) throws SQLException {
    return new AyrshareProfile(
        rs.getObject("id", UUID.class),
        rs.getString("title"),
        rs.getString("ref_id"),
        rs.getBoolean("key_stored"),
        rs.getTimestamp("created_at").toInstant());
  }
}
