package io.clipmeter.earnings.ledger;

import io.clipmeter.money.Money;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Writes entries whose postings sum to zero; the database refuses any other, and any change. */
@Component
public class Journal {
  private static final String ENTRY =
      """
      INSERT INTO ledger_entry (kind, campaign_id, currency, posted_at)
      VALUES (:kind, :campaign, :currency, :now) RETURNING id
      """;
  private static final String POSTINGS =
      """
      INSERT INTO ledger_posting (entry_id, line, account, amount_micros)
      SELECT :entry, (p.line - 1)::int, p.account, p.amount
      FROM unnest(:accounts::text[], :amounts::bigint[]) WITH ORDINALITY AS p (account, amount, line)
      """;

  /** What went back at the end was funded all the same: it is not missing. */
  private static final String FUNDED =
      """
      SELECT coalesce(sum(-p.amount_micros), 0)
      FROM ledger_posting p JOIN ledger_entry e ON e.id = p.entry_id WHERE p.account = :brand AND e.kind = 'FUNDING'
      """;

  /** One side of a movement: positive enters the account, negative leaves it. */
  public record Posting(String account, long micros) {}

  private final JdbcClient jdbc;
  private final Clock clock;

  Journal(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** The account that holds what a campaign can still pay. */
  public static String budget(UUID campaignId) {
    return "campaign:" + campaignId + ":budget";
  }

  /** The account of what a clip has earned for its clipper. */
  public static String clip(UUID clipId) {
    return "clip:" + clipId + ":earned";
  }

  private static String brand(UUID campaignId) {
    return "campaign:" + campaignId + ":brand";
  }

  /** Moves from the brand to the campaign whatever the budget has that was not moved before. */
  public void fund(UUID campaignId, Money budget) {
    long funded = jdbc.sql(FUNDED).param("brand", brand(campaignId)).query(Long.class).single();
    long missing = Math.subtractExact(budget.micros(), funded);
    if (missing != 0) {
      post(
          "FUNDING",
          campaignId,
          budget.currency().getCurrencyCode(),
          List.of(
              new Posting(brand(campaignId), -missing), new Posting(budget(campaignId), missing)));
    }
  }

  /** Moves back to the brand what an ended campaign has not spent. */
  public void refund(UUID campaignId, Money left) {
    post(
        "REFUND",
        campaignId,
        left.currency().getCurrencyCode(),
        List.of(
            new Posting(budget(campaignId), -left.micros()),
            new Posting(brand(campaignId), left.micros())));
  }

  /** Moves between a clip's earnings and the campaign's adjustments; negative takes back. */
  public long adjust(UUID campaignId, UUID clipId, Money amount) {
    return move("ADJUSTMENT", campaignId, adjustments(campaignId), clip(clipId), amount);
  }

  /** Moves from a clip's earnings to what is held of them. */
  public long hold(UUID campaignId, UUID clipId, Money amount) {
    return move("HOLD", campaignId, clip(clipId), held(clipId), amount);
  }

  /** Moves back what was held. */
  public long release(UUID campaignId, UUID clipId, Money amount) {
    return move("RELEASE", campaignId, held(clipId), clip(clipId), amount);
  }

  private long move(String kind, UUID campaignId, String from, String to, Money amount) {
    return post(
        kind,
        campaignId,
        amount.currency().getCurrencyCode(),
        List.of(new Posting(from, -amount.micros()), new Posting(to, amount.micros())));
  }

  private static String adjustments(UUID campaignId) {
    return "campaign:" + campaignId + ":adjustments";
  }

  private static String held(UUID clipId) {
    return "clip:" + clipId + ":held";
  }

  private long post(String kind, UUID campaignId, String currency, List<Posting> postings) {
    long entry =
        jdbc.sql(ENTRY)
            .param("kind", kind)
            .param("campaign", campaignId)
            .param("currency", currency)
            .param("now", Timestamp.from(clock.instant()))
            .query(Long.class)
            .single();
    jdbc.sql(POSTINGS)
        .param("entry", entry)
        .param("accounts", postings.stream().map(Posting::account).toArray(String[]::new))
        .param("amounts", postings.stream().map(Posting::micros).toArray(Long[]::new))
        .update();
    return entry;
  }
}
