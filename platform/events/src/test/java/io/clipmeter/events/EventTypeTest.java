package io.clipmeter.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class EventTypeTest {

  @Test
  void everyRecordHasATypeAndEveryTypeARecord() {
    assertThat(Arrays.stream(EventType.values()).<Class<?>>map(EventType::record))
        .containsExactlyInAnyOrder(Event.class.getPermittedSubclasses());
  }

  @Test
  void everyTopicHasATypeAndEveryTypeATopic() {
    assertThat(Arrays.stream(EventType.values()).map(EventType::topic))
        .containsOnly(Topic.values())
        .contains(Topic.values());
  }

  @ParameterizedTest
  @EnumSource
  void isNamedAfterItsRecordAndFoundByItsName(EventType type) {
    String kebab = type.record().getSimpleName().replaceAll("(?<!^)([A-Z])", "-$1").toLowerCase();

    assertThat(type.ceType()).isEqualTo("io.clipmeter." + kebab + ".v1");
    assertThat(EventType.of(type.ceType())).contains(type);
  }

  @ParameterizedTest
  @EnumSource
  void isSaidByItsRecord(EventType type) {
    assertThat(Contract.readRecord(type, Contract.sample(type)).type()).isEqualTo(type);
  }

  @Test
  void doesNotKnowOtherTypes() {
    assertThat(EventType.of("io.clipmeter.views-observed.v2")).isEmpty();
    assertThat(EventType.of("VIEWS_OBSERVED")).isEmpty();
    assertThat(EventType.of("")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "CAMPAIGN_CHANGED, 0199c2d4-7a10-7c3e-9b1f-2f6a1d0c5e01",
    "SUBMISSION_RECEIVED, 0199c2d4-7a10-7c3e-9b1f-2f6a1d0c5e01",
    "SUBMISSION_APPROVED, 0199c2d4-7a10-7c3e-9b1f-2f6a1d0c5e01",
    "SUBMISSION_REJECTED, 0199c2d4-7a10-7c3e-9b1f-2f6a1d0c5e01",
    "SUBMISSION_WITHDRAWN, 0199c2d4-7a10-7c3e-9b1f-2f6a1d0c5e01",
    "VIDEO_OBSERVED, TIKTOK:7524354452762037512",
    "VIDEO_UNAVAILABLE, TIKTOK:7524354452762037512",
    "CREATOR_VERIFIED, clipper-7f3a:TIKTOK:clip.maker_1",
    "CREATOR_UNVERIFIED, clipper-7f3a:TIKTOK:clip.maker_1",
    "VIEWS_OBSERVED, 0199c2d4-7a10-7c3e-9b1f-2f6a1d0c5e01",
    "VIEWS_UNAVAILABLE, 0199c2d4-7a10-7c3e-9b1f-2f6a1d0c5e01",
    "CLIP_VIEWS, 0199c7f1-33b8-7d42-8e05-6b9c4a7d1f02",
    "ROUND_CLOSED, 0199c2d4-7a10-7c3e-9b1f-2f6a1d0c5e01",
    "EARNINGS_ACCRUED, clipper-7f3a",
    "EARNINGS_FINALIZED, clipper-7f3a",
    "EARNINGS_QUESTIONED, clipper-7f3a",
    "BUDGET_SPENT, 0199c2d4-7a10-7c3e-9b1f-2f6a1d0c5e01",
    "CAMPAIGN_COMPLETED, 0199c2d4-7a10-7c3e-9b1f-2f6a1d0c5e01",
    "PAYOUT_REQUESTED, clipper-7f3a",
    "PAYOUT_APPROVED, clipper-7f3a",
    "PAYOUT_PAID, clipper-7f3a",
    "PAYOUT_REJECTED, clipper-7f3a",
    "PAYOUT_FAILED, clipper-7f3a",
    "PAYOUT_CANCELLED, clipper-7f3a"
  })
  void hasTheKeyThatItsOrderIsKeptBy(EventType type, String key) {
    assertThat(Contract.readRecord(type, Contract.sample(type)).key()).isEqualTo(key);
  }

  @Test
  void whatConcernsAWholeCurrencyHasItAsKey() {
    var sample = Contract.sample(EventType.EARNINGS_QUESTIONED).putNull("clipperId");

    assertThat(Contract.readRecord(EventType.EARNINGS_QUESTIONED, sample).key()).isEqualTo("USD");
  }
}
