package io.clipmeter.payout.details;

import io.clipmeter.chassis.secret.Envelope;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The details of all payouts, encrypted. */
@Component
public class SealedDetails {
  private static final Logger LOG = LoggerFactory.getLogger(SealedDetails.class);
  // As the database orders them, which is not as Java does.
  private static final Comparator<UUID> BY_ID = Comparator.comparing(UUID::toString);

  private static final String INSERT =
      """
      INSERT INTO payout_details (payout_id, key_id, nonce, ciphertext)
      VALUES (:payout, :key, :nonce, :ciphertext)
      """;
  private static final String FIND =
      "SELECT key_id, nonce, ciphertext FROM payout_details WHERE payout_id = :payout";

  private static final String FIND_ALL =
      """
      SELECT payout_id, key_id, nonce, ciphertext FROM payout_details
      WHERE payout_id = ANY(:payouts::uuid[])
      """;

  // Not what is being sealed anew elsewhere.
  private static final String OLD =
      """
      SELECT payout_id, key_id, nonce, ciphertext FROM payout_details
      WHERE key_id = ANY(:old::text[]) AND payout_id > :after
      ORDER BY payout_id LIMIT :most FOR UPDATE SKIP LOCKED
      """;
  private static final String RESEAL =
      """
      UPDATE payout_details d
      SET key_id = n.key_id, nonce = decode(n.nonce, 'hex'), ciphertext = decode(n.ciphertext, 'hex')
      FROM unnest(:payouts::uuid[], :keys::text[], :nonces::text[], :ciphertexts::text[])
          AS n (payout_id, key_id, nonce, ciphertext)
      WHERE d.payout_id = n.payout_id
      """;
  private static final String BY_OTHERS =
      "SELECT count(*) FROM payout_details WHERE key_id <> :current";

  private final JdbcClient jdbc;
  private final DetailsCipher cipher;

  SealedDetails(JdbcClient jdbc, DetailsCipher cipher) {
    this.jdbc = jdbc;
    this.cipher = cipher;
  }

  /** Encrypts and keeps the details of a payout. */
  public void put(UUID payoutId, PayoutDetails details) {
    Envelope envelope = cipher.seal(payoutId, details);
    jdbc.sql(INSERT)
        .param("payout", payoutId)
        .param("key", envelope.keyId())
        .param("nonce", envelope.nonce())
        .param("ciphertext", envelope.ciphertext())
        .update();
  }

  /** Decrypts the details of a payout; the caller writes down who read them. */
  public PayoutDetails open(UUID payoutId, PayoutMethod method) {
    Envelope envelope =
        jdbc.sql(FIND)
            .param("payout", payoutId)
            .query((row, n) -> new Envelope(row.getString(1), row.getBytes(2), row.getBytes(3)))
            .single();
    return cipher.open(payoutId, method, envelope);
  }

  /** Decrypts the details of payouts of one method; the caller writes down who read them. */
  public Map<UUID, PayoutDetails> open(Collection<UUID> payoutIds, PayoutMethod method) {
    Map<UUID, PayoutDetails> opened = new HashMap<>();
    jdbc.sql(FIND_ALL)
        .param("payouts", payoutIds.stream().map(UUID::toString).toArray(String[]::new))
        .query(
            row -> {
              UUID payout = row.getObject("payout_id", UUID.class);
              Envelope envelope =
                  new Envelope(
                      row.getString("key_id"), row.getBytes("nonce"), row.getBytes("ciphertext"));
              opened.put(payout, cipher.open(payout, method, envelope));
            });
    return opened;
  }

  /** Those of these payouts whose details open with the keys that are here. */
  public Set<UUID> opening(Collection<UUID> payoutIds) {
    Set<UUID> opening = new HashSet<>();
    sealed(jdbc.sql(FIND_ALL).param("payouts", texts(payoutIds)))
        .forEach(
            (payout, envelope) -> resealed(payout, envelope).ifPresent(e -> opening.add(payout)));
    return opening;
  }

  /**
   * Seals anew what old keys have sealed; what does not open stays as it is.
   *
   * @return the last of so many that come after this one; empty where there are none
   */
  Optional<UUID> reseal(UUID after, int most) {
    SortedMap<UUID, Envelope> old =
        sealed(
            jdbc.sql(OLD)
                .param("old", cipher.oldKeyIds().toArray(String[]::new))
                .param("after", after)
                .param("most", most));
    SortedMap<UUID, Envelope> fresh = new TreeMap<>(BY_ID);
    old.forEach(
        (payout, envelope) -> resealed(payout, envelope).ifPresent(e -> fresh.put(payout, e)));
    jdbc.sql(RESEAL)
        .param("payouts", texts(fresh.keySet()))
        .param("keys", fresh.values().stream().map(Envelope::keyId).toArray(String[]::new))
        .param("nonces", hex(fresh.values(), Envelope::nonce))
        .param("ciphertexts", hex(fresh.values(), Envelope::ciphertext))
        .update();
    return old.isEmpty() ? Optional.empty() : Optional.of(old.lastKey());
  }

  /** How many are sealed by another key than the current one. */
  long sealedByOthers() {
    return jdbc.sql(BY_OTHERS).param("current", cipher.keyId()).query(Long.class).single();
  }

  private Optional<Envelope> resealed(UUID payout, Envelope envelope) {
    try {
      return Optional.of(cipher.reseal(payout, envelope));
    } catch (IllegalStateException e) {
      LOG.error("the details of payout {} do not open", payout, e);
      return Optional.empty();
    }
  }

  private static SortedMap<UUID, Envelope> sealed(JdbcClient.StatementSpec statement) {
    SortedMap<UUID, Envelope> sealed = new TreeMap<>(BY_ID);
    statement.query(
        row -> {
          sealed.put(
              row.getObject("payout_id", UUID.class),
              new Envelope(
                  row.getString("key_id"), row.getBytes("nonce"), row.getBytes("ciphertext")));
        });
    return sealed;
  }

  private static String[] hex(Collection<Envelope> envelopes, Function<Envelope, byte[]> part) {
    return envelopes.stream()
        .map(envelope -> HexFormat.of().formatHex(part.apply(envelope)))
        .toArray(String[]::new);
  }

  private static String[] texts(Collection<UUID> ids) {
    return ids.stream().map(UUID::toString).toArray(String[]::new);
  }

  /**
   * Tells equal details from others without keeping them: for the Idempotency-Key's memory. The
   * first is to be remembered, the others are those that were before the keys were rotated.
   */
  public List<String> fingerprints(PayoutDetails details) {
    return cipher.fingerprints(details);
  }
}
