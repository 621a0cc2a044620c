package io.clipmeter.tracking.creator;

import io.clipmeter.chassis.web.PageQuery;
import io.clipmeter.events.Platform;
import io.clipmeter.tracking.creator.Claim.Code;
import io.clipmeter.tracking.creator.Claim.Proof;
import io.clipmeter.tracking.creator.Claim.Status;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The accounts that clippers say are theirs. */
@Component
class Claims {
  private static final String PAGE =
      """
      SELECT * FROM creator_claim
      WHERE clipper_id = :clipper AND status <> 'REMOVED' AND id < :before
      ORDER BY id DESC LIMIT :limit
      """;
  private static final String LOCK_CLIPPER =
      "SELECT pg_advisory_xact_lock(hashtextextended('creator:' || :clipper, 0)) IS NULL";
  private static final String LOCK_PLATFORM =
      "SELECT pg_advisory_xact_lock(hashtextextended('creators:' || :platform, 0)) IS NULL";
  private static final String FIND =
      """
      SELECT * FROM creator_claim
      WHERE clipper_id = :clipper AND platform = :platform AND handle = :handle
      FOR UPDATE
      """;
  private static final String LOCK =
      "SELECT * FROM creator_claim WHERE id = :id AND clipper_id = :clipper AND status <> 'REMOVED'"
          + " FOR UPDATE";
  // A code that lives on keeps its attempts, whatever became of its account meanwhile. An account
  // that is proven anew stays proven until it is.
  private static final String ISSUE =
      """
      INSERT INTO creator_claim AS c (id, clipper_id, platform, handle, status, code, code_expires_at, created_at)
      VALUES (:id, :clipper, :platform, :handle, 'PENDING', :code, :expires, :now)
      ON CONFLICT (clipper_id, platform, handle) DO UPDATE
      SET status = CASE WHEN c.status = 'VERIFIED' THEN c.status ELSE 'PENDING' END,
          code = CASE WHEN c.code_expires_at > :now THEN c.code ELSE excluded.code END,
          attempts = CASE WHEN c.code_expires_at > :now THEN c.attempts ELSE 0 END,
          readings = CASE WHEN c.code_expires_at > :now THEN c.readings ELSE 0 END,
          code_expires_at = CASE WHEN c.code_expires_at > :now THEN c.code_expires_at ELSE excluded.code_expires_at END
      """;
  private static final String OPEN =
      """
      SELECT code_expires_at FROM creator_claim
      WHERE clipper_id = :clipper AND status <> 'VERIFIED' AND code_expires_at > :now
      ORDER BY code_expires_at
      """;
  private static final String COUNT_ATTEMPT =
      "UPDATE creator_claim SET attempts = attempts + 1, readings = readings + 1 WHERE id = :id";
  private static final String FORGET_ATTEMPT =
      "UPDATE creator_claim SET attempts = attempts - 1 WHERE id = :id AND code = :code AND"
          + " attempts > 0";
  // What is lost is what this changes: who waited for another's change looks at it again.
  private static final String TAKE_OVER =
      """
      WITH lost AS (
        UPDATE creator_claim SET status = 'TAKEN_OVER', account_id = NULL, verified_at = NULL
        WHERE platform = :platform AND status = 'VERIFIED' AND id <> :id
          AND (handle = :handle OR account_id = :account)
        RETURNING old.*
      )
      SELECT * FROM lost ORDER BY id
      """;
  private static final String VERIFY =
      """
      UPDATE creator_claim SET status = 'VERIFIED', account_id = :account, verified_at = :now
      WHERE id = :id AND status <> 'REMOVED' AND code = :code
      """;
  private static final String EXPIRE =
      """
      WITH old AS MATERIALIZED (
        SELECT * FROM creator_claim WHERE status = 'VERIFIED' AND verified_at <= :before
        ORDER BY verified_at, id LIMIT :limit FOR UPDATE SKIP LOCKED)
      UPDATE creator_claim c SET status = 'EXPIRED', account_id = NULL, verified_at = NULL
      FROM old WHERE c.id = old.id
      RETURNING old.*
      """;
  private static final String REMOVE =
      "UPDATE creator_claim SET status = 'REMOVED', account_id = NULL, verified_at = NULL WHERE id"
          + " = :id";

  private final JdbcClient sql;

  Claims(JdbcClient sql) {
    this.sql = sql;
  }

  /** Newest first, one more than the page holds. */
  List<Claim> page(String clipper, PageQuery query) {
    return sql.sql(PAGE)
        .param("clipper", clipper)
        .param("before", query.before())
        .param("limit", query.limit())
        .query(Claims::claim)
        .list();
  }

  /** Makes this clipper's other requests wait, until this transaction ends. */
  void lockClipper(String clipper) {
    sql.sql(LOCK_CLIPPER).param("clipper", clipper).query().singleRow();
  }

  /** Makes all others wait who prove an account of this platform, until this transaction ends. */
  void lockPlatform(Platform platform) {
    sql.sql(LOCK_PLATFORM).param("platform", platform.name()).query().singleRow();
  }

  Optional<Claim> find(String clipper, Platform platform, String handle) {
    return sql.sql(FIND)
        .param("clipper", clipper)
        .param("platform", platform.name())
        .param("handle", handle)
        .query(Claims::claim)
        .optional();
  }

  /** This clipper's only; others wait for it until this transaction ends. */
  Optional<Claim> lock(UUID id, String clipper) {
    return sql.sql(LOCK).param("id", id).param("clipper", clipper).query(Claims::claim).optional();
  }

  /** When each of a clipper's codes expires that is still good, the next one first. */
  List<Instant> openCodes(String clipper, Instant now) {
    return sql.sql(OPEN)
        .param("clipper", clipper)
        .param("now", utc(now))
        .query((row, number) -> instant(row, "code_expires_at"))
        .list();
  }

  /** Issues a code, unless there is a good one. */
  void issue(Claim claim) {
    sql.sql(ISSUE)
        .param("id", claim.id())
        .param("clipper", claim.clipperId())
        .param("platform", claim.platform().name())
        .param("handle", claim.handle())
        .param("code", claim.code().text())
        .param("expires", utc(claim.code().expiresAt()))
        .param("now", utc(claim.createdAt()))
        .update();
  }

  void countAttempt(UUID id) {
    sql.sql(COUNT_ATTEMPT).param("id", id).update();
  }

  void forgetAttempt(UUID id, String code) {
    sql.sql(FORGET_ATTEMPT).param("id", id).param("code", code).update();
  }

  /**
   * Takes the account from whoever has it, and tells what they had. Ask with the platform locked.
   */
  List<Claim> takeOver(Claim claim, Proof proof) {
    return sql.sql(TAKE_OVER)
        .param("platform", claim.platform().name())
        .param("id", claim.id())
        .param("handle", claim.handle())
        .param("account", proof.accountId())
        .query(Claims::claim)
        .list();
  }

  /** Whether the claim still had this code and is proven now. */
  boolean verify(Claim claim, Proof proof) {
    return sql.sql(VERIFY)
            .param("id", claim.id())
            .param("code", claim.code().text())
            .param("account", proof.accountId())
            .param("now", utc(proof.at()))
            .update()
        == 1;
  }

  /** Ends proofs that are as old as this or older, and tells what they proved; so many at most. */
  List<Claim> expire(Instant before, int limit) {
    return sql.sql(EXPIRE)
        .param("before", utc(before))
        .param("limit", limit)
        .query(Claims::claim)
        .list();
  }

  void remove(UUID id) {
    sql.sql(REMOVE).param("id", id).update();
  }

  private static Claim claim(ResultSet row, int number) throws SQLException {
    OffsetDateTime verifiedAt = row.getObject("verified_at", OffsetDateTime.class);
    return new Claim(
        row.getObject("id", UUID.class),
        row.getString("clipper_id"),
        Platform.valueOf(row.getString("platform")),
        row.getString("handle"),
        Status.valueOf(row.getString("status")),
        new Code(
            row.getString("code"),
            instant(row, "code_expires_at"),
            row.getInt("attempts"),
            row.getInt("readings")),
        proof(row.getString("account_id"), verifiedAt),
        instant(row, "created_at"));
  }

  private static @Nullable Proof proof(
      @Nullable String accountId, @Nullable OffsetDateTime verifiedAt) {
    return verifiedAt == null ? null : new Proof(accountId, verifiedAt.toInstant());
  }

  private static Instant instant(ResultSet row, String column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }

  private static OffsetDateTime utc(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
