package io.clipmeter.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What a record refuses although each field by itself is well-formed. */
class RefusalTest {

  @ParameterizedTest(name = "{0}: {1} {2} because {3}")
  @CsvSource(
      delimiter = '|',
      value = {
        "CAMPAIGN_CHANGED | /budget/currency | EUR | USD must be EUR",
        "CAMPAIGN_CHANGED | /clipCap/currency | EUR | EUR must be USD",
        "CAMPAIGN_CHANGED | /budget/amount | 0 | budget must be more than nothing",
        "CAMPAIGN_CHANGED | /cpm/amount | 0.00 | cpm must be more than nothing",
        "CAMPAIGN_CHANGED | /clipCap/amount | 0 | clipCap must be more than nothing",
        "CAMPAIGN_CHANGED | /trackingInterval | PT0S | trackingInterval must be more than nothing",
        "CAMPAIGN_CHANGED | /name | ' ' | name must not be blank",
        "SUBMISSION_REJECTED | /reason | ' ' | reason must not be blank",
        "VIDEO_OBSERVED | /caption | NUL | caption must not hold a NUL character",
        "VIDEO_OBSERVED | /author/nickname | NUL | author.nickname must not hold a NUL character",
        "VIDEO_OBSERVED | /music/title | NUL | music.title must not hold a NUL character",
        "VIDEO_OBSERVED | /hashtags/0 | NUL | hashtags must not hold a NUL character",
        "VIDEO_OBSERVED | /videoId | NUL | videoId must not hold a NUL character",
        "VIDEO_OBSERVED | /videoId | LONG | videoId must have 255 characters at most",
        "EARNINGS_ADJUSTED | /clipperId | LONG | clipperId must have 255 characters at most",
        "CREATOR_VERIFIED | /handle | Clip.maker_1 | handle must be in lower case",
        "CREATOR_VERIFIED | /accountId | NUL | accountId must not hold a NUL character",
        "CREATOR_UNVERIFIED | /handle | Clip.maker_1 | handle must be in lower case",
        "VIEWS_UNAVAILABLE | /outcome | OK | outcome must not be OK",
        "ROUND_CLOSED | /observed | 247 | clips must be observed + unavailable",
        "ROUND_CLOSED | /clips | 249 | clips must be observed + unavailable",
        "ROUND_CLOSED | /unreadable | 5 | unreadable a part of unavailable",
        "ROUND_CLOSED | /number | 0 | number must be 1 at least",
        "EARNINGS_ACCRUED | /amount/amount | 117.525001 | amount must not exceed",
        "EARNINGS_ACCRUED | /amount/currency | EUR | currencies differ",
        "EARNINGS_ACCRUED | /cpm/currency | EUR | EUR must be USD",
        "EARNINGS_ACCRUED | /viewsAfter | 45979 | viewsAfter must not be below viewsBefore",
        "BUDGET_SPENT | /spent/amount | 842.375001 | budget must be spent + remaining",
        "BUDGET_SPENT | /remaining/amount | 157.624999 | budget must be spent + remaining",
        "BUDGET_SPENT | /budget/currency | EUR | budget must be spent + remaining",
        "CAMPAIGN_CHANGED | /holdDays | 91 | holdDays must be 0 to 90",
        "CAMPAIGN_CHANGED | /minViews | -1 | minViews must not be negative",
        "CAMPAIGN_CHANGED | /approvedClips | -1 | approvedClips must not be negative",
        "TRACKING_ENDED | /lastRound | -1 | lastRound must not be negative",
        "EARNINGS_ACCRUED | /payableAt | 2026-11-20T12:01:41Z | payableAt must not be before"
            + " accruedAt",
        "EARNINGS_ADJUSTED | /amount/amount | 0 | amount must not be nothing",
        "EARNINGS_ADJUSTED | /adjustedTotal/currency | EUR | EUR must be USD",
        "EARNINGS_HELD | /amount/amount | 0 | amount must be more than nothing",
        "EARNINGS_HELD | /reason | ' ' | reason must not be blank",
        "EARNINGS_RELEASED | /amount/amount | 0 | amount must be more than nothing",
        "EARNINGS_STATED | /minute | 2026-11-20T14:00:01Z | minute must be the beginning of one",
        "EARNINGS_STATED | /statedAt | 2026-11-20T14:00:59Z | statedAt must be after the minute",
        "EARNINGS_STATED | /facts | 0 | facts must be 1 at least",
        "EARNINGS_STATED | /released/currency | EUR | EUR must be USD",
        "EARNINGS_QUESTIONED | /clipperId | ' ' | clipperId must not be blank",
        "EARNINGS_QUESTIONED | /currency | ABC | currency must be an ISO 4217 code",
        "EARNINGS_QUESTIONED | /finding | ' ' | finding must not be blank",
        "BUDGET_SPENT | /alertPercent | 101 | alertPercent must be 1 to 100",
        "CAMPAIGN_COMPLETED | /refunded/currency | EUR | EUR must be USD",
        "PAYOUT_REQUESTED | /amount/amount | 0 | amount must be more than nothing",
        "PAYOUT_PAID | /amount/amount | 0 | amount must be more than nothing"
      })
  void refuses(EventType type, String field, String value, String because) {
    assertThatThrownBy(() -> Contract.readRecord(type, with(type, field, value)))
        .isInstanceOf(JacksonException.class)
        .hasMessageContaining(because);
  }

  @ParameterizedTest(name = "{0}: {1} {2}")
  @CsvSource({
    "ROUND_CLOSED, /unreadable, 4",
    "ROUND_CLOSED, /number, 1",
    "EARNINGS_ACCRUED, /amount/amount, 117.525",
    "EARNINGS_ACCRUED, /amount/amount, 0",
    "EARNINGS_ACCRUED, /viewsAfter, 45980",
    "EARNINGS_FINALIZED, /finalEarnings/amount, 0",
    "CAMPAIGN_CHANGED, /trackingInterval, PT0.001S",
    "CAMPAIGN_CHANGED, /budget/amount, 0.000001",
    "CAMPAIGN_CHANGED, /version, 0",
    "VIDEO_OBSERVED, /views, 0",
    "VIEWS_OBSERVED, /views, 9223372036854775807",
    "CAMPAIGN_COMPLETED, /spent/amount, 0"
  })
  void acceptsTheLastValueBeforeTheBound(EventType type, String field, String value) {
    assertThat(Contract.readRecord(type, with(type, field, value))).isNotNull();
  }

  @Test
  void keepsItsListsToItself() {
    var observed = (VideoObserved) Contract.readRecord(EventType.VIDEO_OBSERVED, sample());

    assertThatThrownBy(() -> observed.hashtags().add("late"))
        .isInstanceOf(UnsupportedOperationException.class);
    assertThatThrownBy(() -> observed.baselines().clear())
        .isInstanceOf(UnsupportedOperationException.class);
  }

  private static ObjectNode sample() {
    return Contract.sample(EventType.VIDEO_OBSERVED);
  }

  private static ObjectNode with(EventType type, String field, String value) {
    ObjectNode sample = Contract.sample(type);
    int slash = field.lastIndexOf('/');
    var holder = sample.at(field.substring(0, slash));
    String name = field.substring(slash + 1);
    String text = value.replace("NUL", "a\0b").replace("LONG", "x".repeat(256));
    if (holder.isArray()) {
      ((ArrayNode) holder).set(Integer.parseInt(name), text);
    } else if (holder.get(name).isNumber()) {
      ((ObjectNode) holder).put(name, Long.parseLong(text));
    } else {
      ((ObjectNode) holder).put(name, text);
    }
    return sample;
  }
}
