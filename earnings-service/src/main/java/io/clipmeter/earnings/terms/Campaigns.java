package io.clipmeter.earnings.terms;

import io.clipmeter.events.Amount;
import io.clipmeter.events.CampaignChanged;
import io.clipmeter.events.CompletionReason;
import io.clipmeter.money.Money;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The campaigns with their budgets. Whoever writes holds the campaign's lane. */
@Component
public class Campaigns {
  private static final String SAVE =
      """
      INSERT INTO campaign AS c (id, name, status, version, currency, budget_micros, ending, ending_since, approved_clips)
      VALUES (:id, :name, :status, :version, :currency, :budget, :ending, CASE WHEN :ending::text IS NOT NULL THEN :changedAt::timestamptz END,
              :clips)
      ON CONFLICT (id) DO UPDATE SET
          name = excluded.name, status = excluded.status, version = excluded.version,
          budget_micros = excluded.budget_micros, ending = excluded.ending,
          ending_since = CASE WHEN excluded.ending IS NOT NULL THEN coalesce(c.ending_since, excluded.ending_since) END,
          approved_clips = excluded.approved_clips,
          completed_at = CASE WHEN :reopens THEN NULL WHEN :completes THEN :now ELSE c.completed_at END,
          completion = CASE WHEN :reopens THEN NULL WHEN :completes THEN 'BUDGET_SPENT' ELSE c.completion END
      """;
  private static final String FIND = "SELECT * FROM campaign WHERE id = :id";
  private static final String SPEND =
      """
      UPDATE campaign SET spent_micros = :spent, held_rounds = 0, completed_at = :completedAt,
                          completion = CASE WHEN :completes THEN 'BUDGET_SPENT' END
      WHERE id = :id
      """;
  private static final String HOLD =
      "UPDATE campaign SET held_rounds = held_rounds + 1 WHERE id = :id";
  private static final String NONE_HELD =
      "UPDATE campaign SET held_rounds = 0 WHERE id = :id AND held_rounds > 0";
  private static final String END =
      """
      UPDATE campaign SET completed_at = :now, completion = :reason, refunded_micros = budget_micros - spent_micros
      WHERE id = :id AND completed_at IS NULL
      """;

  private final JdbcClient jdbc;
  private final TermsVersions versions;
  private final TermsGaps gaps;
  private final BudgetNews news;

  Campaigns(JdbcClient jdbc, TermsVersions versions, TermsGaps gaps, BudgetNews news) {
    this.jdbc = jdbc;
    this.versions = versions;
    this.gaps = gaps;
    this.news = news;
  }

  /**
   * Takes over a newer version with its terms, and tells of its budget where that is another. Of an
   * older one that was missed until now only the terms count: rounds were claimed under it.
   *
   * @return whether its budget is all spent with it, or it goes on after it was; nothing where the
   *     version is not newer than what is known
   */
  public Taken take(CampaignChanged changed, Instant now) {
    Optional<Campaign> known = find(changed.campaignId());
    if (known.filter(campaign -> campaign.version() >= changed.version()).isPresent()) {
      if (gaps.fill(changed.campaignId(), changed.version())) {
        versions.add(changed.campaignId(), terms(changed));
      }
      return new Taken(false, false);
    }
    CampaignPolicy.Effect effect = CampaignPolicy.take(known, changed);
    save(changed, effect, now);
    note(changed, known.map(Campaign::version).orElse(0L));
    if (known.filter(before -> !before.budget().equals(effect.budget())).isPresent()) {
      news.changed(find(changed.campaignId()).orElseThrow(), now);
    }
    return new Taken(effect.reopens(), effect.completes());
  }

  /** What a newer version did beyond being noted. */
  public record Taken(boolean reopened, boolean completed) {}

  private void save(CampaignChanged changed, CampaignPolicy.Effect effect, Instant now) {
    CompletionReason ending = changed.ending();
    jdbc.sql(SAVE)
        .param("id", changed.campaignId())
        .param("name", changed.name())
        .param("status", changed.status().name())
        .param("version", changed.version())
        .param("currency", effect.budget().currency().getCurrencyCode())
        .param("budget", effect.budget().micros())
        .param("ending", ending == null ? null : ending.name())
        .param("clips", changed.approvedClips())
        .param("changedAt", Timestamp.from(changed.changedAt()))
        .param("reopens", effect.reopens())
        .param("completes", effect.completes())
        .param("now", Timestamp.from(now))
        .update();
  }

  /** Behind a gap its terms are noted also where they are no others: what comes between may be. */
  private void note(CampaignChanged changed, long known) {
    Terms terms = terms(changed);
    boolean behindGap = gaps.between(changed.campaignId(), known, changed.version());
    Optional<Terms> newest = versions.of(changed.campaignId()).newest();
    if (behindGap || newest.filter(terms::sameAs).isEmpty()) {
      versions.add(changed.campaignId(), terms);
    }
  }

  private static Terms terms(CampaignChanged changed) {
    Long minViews = changed.minViews();
    Integer holdDays = changed.holdDays();
    return new Terms(
        changed.version(),
        changed.cpm().toCpm(),
        Optional.ofNullable(changed.clipCap()).map(Amount::toMoney),
        minViews == null ? 0 : minViews,
        changed.budget().toMoney(),
        holdDays == null ? 0 : holdDays,
        changed.changedAt());
  }

  /** The campaign, unless it has not been heard of yet. */
  public Optional<Campaign> find(UUID id) {
    return jdbc.sql(FIND).param("id", id).query(Campaigns::campaign).optional();
  }

  /**
   * Records the new total; completes the campaign in the same statement where it equals the budget.
   */
  public void spend(UUID id, Money spent, @Nullable Instant completedAt) {
    jdbc.sql(SPEND)
        .param("id", id)
        .param("spent", spent.micros())
        .param("completes", completedAt != null)
        .param("completedAt", completedAt == null ? null : Timestamp.from(completedAt))
        .update();
  }

  /** Ends the campaign before its budget is spent; what is left is not its any more. */
  public void end(UUID id, CompletionReason reason, Instant now) {
    jdbc.sql(END)
        .param("id", id)
        .param("reason", reason.name())
        .param("now", Timestamp.from(now))
        .update();
  }

  /** No round waits any more, although nothing was spent. */
  public void noneHeld(UUID id) {
    jdbc.sql(NONE_HELD).param("id", id).update();
  }

  /** One more round waits. */
  public void hold(UUID id) {
    jdbc.sql(HOLD).param("id", id).update();
  }

  private static Campaign campaign(ResultSet rs, int row) throws SQLException {
    String currency = rs.getString("currency");
    Timestamp completedAt = rs.getTimestamp("completed_at");
    return new Campaign(
        rs.getObject("id", UUID.class),
        rs.getLong("version"),
        Money.ofMicros(rs.getLong("budget_micros"), currency),
        Money.ofMicros(rs.getLong("spent_micros"), currency),
        rs.getInt("held_rounds"),
        reason(rs.getString("ending")),
        reason(rs.getString("completion")),
        completedAt == null ? null : completedAt.toInstant());
  }

  private static @Nullable CompletionReason reason(@Nullable String name) {
    return name == null ? null : CompletionReason.valueOf(name);
  }
}
