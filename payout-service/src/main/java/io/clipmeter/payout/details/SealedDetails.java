package io.clipmeter.payout.details;

import io.clipmeter.chassis.secret.Envelope;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The details of all payouts, encrypted. */
@Component
public class SealedDetails {
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

  /**
   * Tells equal details from others without keeping them: for the Idempotency-Key's memory. The
   * first is to be remembered, the others are those that were before the keys were rotated.
   */
  public List<String> fingerprints(PayoutDetails details) {
    return cipher.fingerprints(details);
  }
}
