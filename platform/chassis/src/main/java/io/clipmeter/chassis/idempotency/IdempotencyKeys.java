package io.clipmeter.chassis.idempotency;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The keys that have been used. */
final class IdempotencyKeys {
  private static final String LOCK =
      "SELECT pg_try_advisory_xact_lock(hashtextextended(:client || chr(31) || :key, 17))";
  private static final String FIND =
      "SELECT request_hash, answer FROM chassis.idempotency_key WHERE client = :client AND key ="
          + " :key";
  private static final String INSERT =
      """
      INSERT INTO chassis.idempotency_key (client, key, request_hash, answer, created_at)
      VALUES (:client, :key, :hash, :answer::json, :now)
      """;

  private static final String FORGET =
      "DELETE FROM chassis.idempotency_key WHERE created_at < :before";

  /** What is kept of the first request. */
  @SuppressWarnings("ArrayRecordComponent") // compared by MessageDigest.isEqual
  record Stored(byte[] requestHash, String answer) {}

  private final JdbcClient jdbc;

  IdempotencyKeys(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** False where another transaction is handling the same key at this moment. */
  boolean lock(String client, String key) {
    return jdbc.sql(LOCK).param("client", client).param("key", key).query(Boolean.class).single();
  }

  Optional<Stored> find(String client, String key) {
    return jdbc.sql(FIND)
        .param("client", client)
        .param("key", key)
        .query((rs, n) -> new Stored(rs.getBytes(1), rs.getString(2)))
        .optional();
  }

  /** Forgets keys that were first used before this instant. */
  int forgetBefore(Instant instant) {
    return jdbc.sql(FORGET).param("before", Timestamp.from(instant)).update();
  }

  void insert(String client, String key, Stored stored, Instant now) {
    jdbc.sql(INSERT)
        .param("client", client)
        .param("key", key)
        .param("hash", stored.requestHash())
        .param("answer", stored.answer())
        .param("now", Timestamp.from(now))
        .update();
  }
}
