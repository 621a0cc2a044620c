package io.clipmeter.payout.payable;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.clipmeter.events.EventType;
import io.clipmeter.payout.Api;
import io.clipmeter.payout.Api.Answer;
import io.clipmeter.payout.EarningsTopic;
import io.clipmeter.payout.RunningService;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** What could be paid out now. */
class CronIT extends RunningService {
  private static final String PATH = "/api/cron/payout-calculation";
  private Api cron = as("");

  @BeforeEach
  void withTheSecret() {
    cron = as(CRON_SECRET);
  }

  @Test
  void listsWhatMayBeAskedForAndNothingElse() {
    String enough = newClipper();
    String exact = newClipper();
    String tooLittle = newClipper();
    String asked = newClipper();
    String rich = newClipper();
    clipperWith(enough, "25.129999");
    clipperWith(exact, "20");
    clipperWith(tooLittle, "19.999999");
    clipperWith(asked, "100").requestPayout("20.00");
    clipperWith(rich, "12345.67");
    assertThat(payable(enough)).hasValue("25.129999 25.12 USD");
    assertThat(payable(exact)).hasValue("20.00 20.00 USD");
    assertThat(payable(tooLittle)).isEmpty();
    assertThat(payable(asked)).isEmpty();
    assertThat(payable(rich)).hasValue("12345.67 10000.00 USD");
  }

  @Test
  void whatWasTakenBackIsNotPayable() {
    String id = newClipper();
    clipperWith(id, "30");
    try (EarningsTopic topic = new EarningsTopic(engines)) {
      topic.say(
          EarningsTopic.correction(
              EventType.EARNINGS_ADJUSTED,
              UUID.randomUUID(),
              id,
              "-5",
              "\"adjustedTotal\":{\"amount\":\"-5\",\"currency\":\"USD\"},\"reason\":\"x\",\"adjustedAt\":\"2026-03-01T12:00:00Z\""));
    }
    await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(() -> assertThat(payable(id)).hasValue("25.00 25.00 USD"));
  }

  @Test
  void pagesHoldEverythingOnceAndTheFirstSaysTheSums() {
    clipperWith(newClipper(), "30.005", "EUR");
    clipperWith(newClipper(), "40", "EUR");
    clipperWith(newClipper(), "50", "EUR");
    List<JsonNode> whole = all(1000);
    assertThat(all(1)).isEqualTo(whole);
    JsonNode first = cron.get(PATH + "?pageSize=1").json();
    JsonNode euros =
        first
            .get("totals")
            .valueStream()
            .filter(total -> total.get("currency").asString().equals("EUR"))
            .findFirst()
            .orElseThrow();
    assertThat(euros.toString())
        .isEqualTo("{\"currency\":\"EUR\",\"clippers\":3,\"amount\":\"120.000000\"}");
    String token = first.get("nextPageToken").asString();
    assertThat(cron.get(PATH + "?pageToken=" + token).json().path("totals").isNull()).isTrue();
  }

  @Test
  void postAnswersAsGetDoesAndNeitherReservesAnything() {
    String id = newClipper();
    clipperWith(id, "30");
    assertThat(cron.post(PATH, "").json().get("items"))
        .isEqualTo(cron.get(PATH).json().get("items"));
    assertThat(clipper(id).balance("USD")).isEqualTo("30.00/0.00/0.00/30.00");
  }

  @Test
  void onlyTheSecretOpensIt() {
    for (Api stranger :
        List.of(as(""), as("wrong-secret-of-16"), admin("boss"), clipper(newClipper()))) {
      Answer answer = stranger.get(PATH);
      assertThat(answer.status()).isEqualTo(401);
      assertThat(answer.problem()).isEqualTo("unauthenticated");
      assertThat(stranger.post(PATH, "").status()).isEqualTo(401);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "pageSize=0",
        "pageSize=1001",
        "pageSize=-1",
        "pageSize=x",
        "pageToken=x",
        "pageToken=%00",
        "pageToken=VVNE",
        "pageToken=VVNEAGE",
        "pageToken=dXNkYQ"
      })
  void aPageThatIsNoneIsRefused(String query) {
    Answer answer = cron.get(PATH + "?" + query);
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.problem()).isEqualTo("invalid-page");
  }

  private List<JsonNode> all(int pageSize) {
    List<JsonNode> items = new ArrayList<>();
    String token = "";
    do {
      JsonNode page = cron.get(PATH + "?pageSize=" + pageSize + "&pageToken=" + token).json();
      page.get("items").forEach(items::add);
      token = page.path("nextPageToken").asString("");
    } while (!token.isEmpty());
    return items;
  }

  private Optional<String> payable(String clipper) {
    return all(1000).stream()
        .filter(item -> item.get("clipperId").asString().equals(clipper))
        .map(
            item ->
                item.at("/available/amount").asString()
                    + " "
                    + item.at("/payable/amount").asString()
                    + " "
                    + item.at("/payable/currency").asString())
        .findFirst();
  }
}
