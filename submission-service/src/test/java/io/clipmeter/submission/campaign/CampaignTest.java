package io.clipmeter.submission.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import io.clipmeter.events.CampaignStatus;
import io.clipmeter.events.CompletionReason;
import io.clipmeter.events.Platform;
import io.clipmeter.money.Money;
import io.clipmeter.submission.campaign.CampaignTerms.SponsoredVideos;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CampaignTest {
  private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
  private static final Money ALL = Money.of("100", "USD");
  private static final Instant LATER = Instant.parse("2026-03-01T13:00:00Z");

  @ParameterizedTest
  @CsvSource({
    // what is done, and what becomes of a campaign that is DRAFT, ACTIVE, PAUSED, COMPLETED, ENDED
    "edit,    DRAFT,  ACTIVE,    PAUSED,    IsOver,    IsOver",
    "raise,   DRAFT,  ACTIVE,    PAUSED,    ACTIVE,    IsOver",
    "lower,   DRAFT,  BudgetBelowSpent, BudgetBelowSpent, IsOver, IsOver",
    "other,   DRAFT,  CurrencyIsFixed, CurrencyIsFixed, IsOver, IsOver",
    "top up,  NotActive, ACTIVE, PAUSED,    ACTIVE,    IsOver",
    "end,     NotActive, PAUSED, PAUSED,    NotActive, NotActive",
    "publish, ACTIVE, NotDraft,  NotDraft,  NotDraft,  NotDraft",
    "schedule, DRAFT, NotDraft,  NotDraft,  NotDraft,  NotDraft",
    "put off, NotScheduled, NotScheduled, NotScheduled, NotScheduled, NotScheduled",
    "pause,   NotActive, PAUSED, NotActive, NotActive, NotActive",
    "resume,  NotPaused, NotPaused, ACTIVE, NotPaused, NotPaused",
  })
  void eachStepLeadsWhereTheTableSays(
      String step, String draft, String active, String paused, String completed, String ended) {
    assertThat(List.of(CampaignStatus.values()))
        .extracting(status -> result(step, in(status)))
        .containsExactly(draft, active, paused, completed, ended);
  }

  @Test
  void aDraftWhoseEndHasPassedIsNotPublished() {
    Campaign draft = Campaign.draft(UUID.randomUUID(), terms(LATER), "ada", NOW);
    assertThat(draft.published(LATER))
        .isEqualTo(new CampaignOutcome.Refused(new CampaignRefusal.OverBeforeItStarts()));
    assertThat(draft.published(LATER.minusMillis(1))).isInstanceOf(CampaignOutcome.Done.class);
  }

  @Test
  void aScheduledDraftOpensAtItsTimeAndNotBefore() {
    Campaign draft = done(in(CampaignStatus.DRAFT).scheduled(LATER, NOW));

    assertThat(draft.status()).isEqualTo(CampaignStatus.DRAFT);
    assertThat(draft.opensAt()).contains(LATER);
    assertThat(draft.started(LATER.minusMillis(1))).isEmpty();
    Campaign open = draft.started(LATER).orElseThrow();
    assertThat(open.status()).isEqualTo(CampaignStatus.ACTIVE);
    assertThat(open.times().publishedAt()).isEqualTo(LATER);
    assertThat(open.times().startsAt()).isEqualTo(LATER);
    assertThat(open.opensAt()).isEmpty();
    assertThat(open.started(LATER)).isEmpty();
    assertThat(in(CampaignStatus.DRAFT).started(LATER)).isEmpty();
    assertThat(done(draft.unscheduled(NOW)).started(LATER)).isEmpty();
    assertThat(done(draft.published(NOW)).times().startsAt()).isNull();
  }

  @Test
  void aScheduledDraftMustNotEndBeforeItStarts() {
    CampaignOutcome refused = new CampaignOutcome.Refused(new CampaignRefusal.OverBeforeItStarts());
    Campaign draft = Campaign.draft(UUID.randomUUID(), terms(LATER), "ada", NOW);

    assertThat(draft.scheduled(LATER, NOW)).isEqualTo(refused);
    Campaign scheduled = done(draft.scheduled(LATER.minusMillis(1), NOW));
    assertThat(scheduled.edited(terms(LATER.minusMillis(1)), NOW)).isEqualTo(refused);
    assertThat(done(scheduled.edited(terms("EUR", 7_000_000), NOW)).opensAt())
        .contains(LATER.minusMillis(1));
  }

  private static Campaign done(CampaignOutcome outcome) {
    return ((CampaignOutcome.Done) outcome).campaign();
  }

  @Test
  void aCampaignIsOverOnce() {
    Campaign over =
        in(CampaignStatus.ACTIVE).completed(CampaignStatus.COMPLETED, ALL, NOW, LATER).get();
    assertThat(over.status()).isEqualTo(CampaignStatus.COMPLETED);
    assertThat(over.times().completedAt()).isEqualTo(NOW);
    assertThat(over.times().changedAt()).isEqualTo(LATER);
    assertThat(over.completed(CampaignStatus.ENDED, ALL, LATER, LATER)).isEmpty();
  }

  @Test
  void aBudgetThatWasRaisedMeanwhileIsNotSpent() {
    Campaign active = in(CampaignStatus.ACTIVE);
    assertThat(active.completed(CampaignStatus.COMPLETED, Money.of("99.999999", "USD"), NOW, LATER))
        .isEmpty();
    assertThat(active.completed(CampaignStatus.ENDED, Money.of("1", "USD"), NOW, LATER))
        .isPresent();
  }

  @Test
  void aReopenedCampaignIsNotOver() {
    Campaign over =
        in(CampaignStatus.ACTIVE).completed(CampaignStatus.COMPLETED, ALL, NOW, LATER).get();
    CampaignOutcome.Done open = (CampaignOutcome.Done) over.toppedUp(Money.of("5", "USD"), LATER);
    assertThat(open.campaign().times().completedAt()).isNull();
    assertThat(open.campaign().terms().budget()).isEqualTo(Money.of("105", "USD"));
  }

  @Test
  void whatIsEndingNeitherGoesOnNorChanges() {
    CampaignOutcome.Done ending =
        (CampaignOutcome.Done)
            in(CampaignStatus.ACTIVE).ended(CompletionReason.ENDED_BY_TIME, LATER);
    assertThat(ending.campaign().ending()).isEqualTo(CompletionReason.ENDED_BY_TIME);
    assertThat(ending.campaign().resumed(LATER)).isInstanceOf(CampaignOutcome.Refused.class);
    assertThat(ending.campaign().edited(terms(null), LATER))
        .isEqualTo(new CampaignOutcome.Refused(new CampaignRefusal.IsOver()));
    assertThat(ending.campaign().ended(CompletionReason.ENDED_BY_ADMIN, LATER))
        .isInstanceOf(CampaignOutcome.Refused.class);
  }

  @Test
  void aPausedCampaignCanBeOverToo() {
    assertThat(in(CampaignStatus.PAUSED).completed(CampaignStatus.ENDED, ALL, NOW, LATER))
        .isPresent();
  }

  @Test
  void whatIsNotSpentRemains() {
    Campaign campaign =
        new Campaign(
            UUID.randomUUID(),
            1,
            CampaignStatus.ACTIVE,
            terms(null),
            CampaignTimes.drafted("ada", NOW).published(NOW),
            null,
            99_999_999);
    assertThat(campaign.spent()).isEqualTo(Money.of("99.999999", "USD"));
    assertThat(campaign.remaining()).isEqualTo(Money.of("0.000001", "USD"));
  }

  private static String result(String step, Campaign campaign) {
    CampaignOutcome outcome =
        switch (step) {
          case "edit" -> campaign.edited(terms(null), LATER);
          case "raise" -> campaign.edited(terms("USD", 100_000_001), LATER);
          case "lower" -> campaign.edited(terms("USD", 49_999_999), LATER);
          case "other" -> campaign.edited(terms("EUR", 100_000_000), LATER);
          case "top up" -> campaign.toppedUp(Money.of("1", "USD"), LATER);
          case "end" -> campaign.ended(CompletionReason.ENDED_BY_ADMIN, LATER);
          case "schedule" -> campaign.scheduled(LATER.plusSeconds(1), LATER);
          case "put off" -> campaign.unscheduled(LATER);
          case "publish" -> campaign.published(LATER);
          case "pause" -> campaign.paused(LATER);
          case "resume" -> campaign.resumed(LATER);
          default -> throw new IllegalArgumentException(step);
        };
    return switch (outcome) {
      case CampaignOutcome.Done(Campaign changed) -> changed.status().name();
      case CampaignOutcome.Refused(CampaignRefusal refusal) -> refusal.getClass().getSimpleName();
    };
  }

  private static Campaign in(CampaignStatus status) {
    CampaignTimes times = CampaignTimes.drafted("ada", NOW);
    return new Campaign(UUID.randomUUID(), 1, status, terms(null), times, null, 50_000_000);
  }

  private static CampaignTerms terms(@Nullable Instant endsAt) {
    return terms("USD", 100_000_000, endsAt);
  }

  private static CampaignTerms terms(String currency, long budget) {
    return terms(currency, budget, null);
  }

  private static CampaignTerms terms(String currency, long budget, @Nullable Instant endsAt) {
    return new CampaignTerms(
        "Summer",
        currency,
        budget,
        2_500_000,
        List.of(Platform.TIKTOK),
        null,
        14_400,
        endsAt,
        null,
        0,
        false,
        SponsoredVideos.ALLOWED);
  }
}
