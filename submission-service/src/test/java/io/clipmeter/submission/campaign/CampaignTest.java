package io.clipmeter.submission.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import io.clipmeter.events.CampaignStatus;
import io.clipmeter.events.Platform;
import io.clipmeter.money.Money;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CampaignTest {
  private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
  private static final Instant LATER = Instant.parse("2026-03-01T13:00:00Z");

  @ParameterizedTest
  @CsvSource({
    // what is done, and what becomes of a campaign that is DRAFT, ACTIVE, PAUSED, COMPLETED, ENDED
    "edit,    DRAFT,  NotDraft,  NotDraft,  NotDraft,  NotDraft",
    "publish, ACTIVE, NotDraft,  NotDraft,  NotDraft,  NotDraft",
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
  void aCampaignIsOverOnce() {
    Campaign over = in(CampaignStatus.ACTIVE).completed(CampaignStatus.COMPLETED, NOW, LATER).get();
    assertThat(over.status()).isEqualTo(CampaignStatus.COMPLETED);
    assertThat(over.times().completedAt()).isEqualTo(NOW);
    assertThat(over.times().changedAt()).isEqualTo(LATER);
    assertThat(over.completed(CampaignStatus.ENDED, LATER, LATER)).isEmpty();
  }

  @Test
  void aPausedCampaignCanBeOverToo() {
    assertThat(in(CampaignStatus.PAUSED).completed(CampaignStatus.ENDED, NOW, LATER)).isPresent();
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
            99_999_999);
    assertThat(campaign.spent()).isEqualTo(Money.of("99.999999", "USD"));
    assertThat(campaign.remaining()).isEqualTo(Money.of("0.000001", "USD"));
  }

  private static String result(String step, Campaign campaign) {
    CampaignOutcome outcome =
        switch (step) {
          case "edit" -> campaign.edited(terms(null), LATER);
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
    return new Campaign(UUID.randomUUID(), 1, status, terms(null), times, 0);
  }

  private static CampaignTerms terms(@Nullable Instant endsAt) {
    return new CampaignTerms(
        "Summer",
        "USD",
        100_000_000,
        2_500_000,
        List.of(Platform.TIKTOK),
        null,
        14_400,
        endsAt,
        false);
  }
}
