package io.clipmeter.earnings.reconciliation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.clipmeter.earnings.Books;
import io.clipmeter.earnings.RunningService;
import io.clipmeter.earnings.Wire;
import io.clipmeter.events.EarningsQuestioned;
import io.clipmeter.events.EventType;
import io.clipmeter.events.Topic;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;

/** What the books find wrong is told to whoever pays out, once for each clipper concerned. */
@TestPropertySource(
    properties = {
      "clipmeter.earnings.reconciliation.every=1h",
      "clipmeter.earnings.reconciliation.recount-every=1m"
    })
class QuestionIT extends RunningService {
  private static final Instant THEN = Instant.parse("2025-11-02T12:00:00Z");
  private static final String SPENT_MORE =
      "UPDATE campaign SET spent_micros = spent_micros + 1 WHERE id = ?";
  private static final String SPENT_LESS =
      "UPDATE campaign SET spent_micros = spent_micros - 1 WHERE id = ?";

  @Autowired ReconciliationClock clock;
  @Autowired RecountRunner recount;
  private Books books;
  private UUID campaign;

  @BeforeEach
  void aCampaignOfTwo() {
    books = new Books(jdbc);
    campaign = books.campaign(100, "USD", THEN);
    books.clip(campaign, "alice");
    books.clip(campaign, "alice");
    books.clip(campaign, "bob");
  }

  @Test
  void eachClipperOfACampaignIsQuestionedOnceForEachFindingAlsoWhoComesLater() {
    books.run(SPENT_MORE, campaign);
    clock.check();
    clock.check();
    books.clip(campaign, "carol");
    clock.check();
    List<EarningsQuestioned> asked = ofCampaign("SPENT", 3);
    books.run(SPENT_LESS, campaign);
    clock.check();

    // The clips of a campaign are told in order: nobody was told twice before carol.
    assertThat(asked)
        .extracting(EarningsQuestioned::clipperId)
        .containsExactlyInAnyOrder("alice", "bob", "carol");
    assertThat(asked.stream().map(EarningsQuestioned::findingId).distinct()).hasSize(1);
    assertThat(asked).allMatch(q -> q.currency().equals("USD"));
  }

  @Test
  void whatIsFoundAgainAfterItWasGoneIsAnotherQuestion() {
    books.run(SPENT_MORE, campaign);
    clock.check();
    books.run(SPENT_LESS, campaign);
    clock.check();
    books.run(SPENT_MORE, campaign);
    clock.check();
    List<EarningsQuestioned> asked = ofCampaign("SPENT", 4);
    books.run(SPENT_LESS, campaign);
    clock.check();

    assertThat(asked.stream().map(EarningsQuestioned::findingId).distinct()).hasSize(2);
  }

  @Test
  void aCurrencyThatDoesNotAddUpIsQuestionedAsAWhole() {
    books.run(
        "INSERT INTO books_currency VALUES ('CHF', 7) ON CONFLICT (currency) DO UPDATE SET"
            + " sum_micros = 7");
    clock.check();
    List<EarningsQuestioned> asked = told(1, q -> q.currency().equals("CHF"));
    books.run("UPDATE books_currency SET sum_micros = 0 WHERE currency = 'CHF'");
    clock.check();

    assertThat(asked)
        .singleElement()
        .satisfies(
            question -> {
              assertThat(question.finding()).isEqualTo("CURRENCY_SUM");
              assertThat(question.campaignId()).isNull();
              assertThat(question.clipperId()).isNull();
            });
  }

  @Test
  void aRecountQuestionsTheClippersOfTheCampaignThatItNames() {
    clock.check();
    books.run("INSERT INTO books_campaign VALUES (?, 0, 1)", other());
    books.run("UPDATE books_position SET recounted_at = NULL, recount_begun_at = NULL");
    recount.recount();
    List<EarningsQuestioned> asked = ofCampaign("RECOUNT", 1);
    books.run("DELETE FROM books_campaign WHERE campaign_id = ?", campaign);
    books.run("UPDATE books_position SET recounted_at = NULL, recount_begun_at = NULL");
    recount.recount();

    assertThat(asked).extracting(EarningsQuestioned::clipperId).containsExactly("dora");
  }

  /** Without money, so that only its running sums can be wrong. */
  private UUID other() {
    campaign = UUID.randomUUID();
    books.run("INSERT INTO lane VALUES (?)", campaign);
    books.run(
        "INSERT INTO campaign (id, name, status, version, currency, budget_micros, completion,"
            + " completed_at, refunded_micros) VALUES (?, 'x', 'ENDED', 1, 'USD', 1,"
            + " 'ENDED_BY_ADMIN', now(), 1)",
        campaign);
    books.clip(campaign, "dora");
    return campaign;
  }

  private List<EarningsQuestioned> ofCampaign(String finding, int count) {
    return told(count, q -> campaign.equals(q.campaignId()) && q.finding().equals(finding));
  }

  private List<EarningsQuestioned> told(int count, Predicate<EarningsQuestioned> which) {
    return await()
        .atMost(Duration.ofSeconds(30))
        .until(() -> told(which), asked -> asked.size() >= count);
  }

  private List<EarningsQuestioned> told(Predicate<EarningsQuestioned> which) {
    return wire.all(Topic.EARNINGS.topicName()).stream()
        .filter(r -> Wire.header(r, "ce_type").equals(EventType.EARNINGS_QUESTIONED.ceType()))
        .map(r -> wire.read(r, EarningsQuestioned.class))
        .filter(which)
        .toList();
  }
}
