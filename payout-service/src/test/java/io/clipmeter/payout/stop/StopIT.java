package io.clipmeter.payout.stop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.clipmeter.chassis.idempotency.Idempotency;
import io.clipmeter.chassis.security.Caller;
import io.clipmeter.chassis.web.Ids;
import io.clipmeter.payout.Api;
import io.clipmeter.payout.Api.Answer;
import io.clipmeter.payout.EarningsTopic;
import io.clipmeter.payout.EarningsTopic.Said;
import io.clipmeter.payout.RunningService;
import io.clipmeter.payout.audit.AuditRecords;
import io.clipmeter.payout.details.PayoutMethod;
import io.clipmeter.payout.payment.PaymentDesk;
import io.clipmeter.payout.payment.ToSend;
import io.clipmeter.payout.request.PayoutRequest.Channel;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

/** What is stopped stays until an admin lifts the stop, whoever has set it. */
class StopIT extends RunningService {
  private static final String PATH = "/api/admin/balances/stops";

  @Autowired private PaymentDesk payments;
  @Autowired private Idempotency idempotency;
  @Autowired private Stops stops;
  @Autowired private AuditRecords audit;
  @Autowired private Ids ids;
  @Autowired private TransactionTemplate transaction;
  private final String id = newClipper();

  @Test
  void aBalanceThatIsNotTheSumOfItsPostingsStopsItsOwnersPayoutsUntilAnAdminLiftsIt() {
    clipperWith(id, "50");
    sql.sql("UPDATE balance SET earned_micros = earned_micros + 100000000 WHERE clipper_id = ?")
        .param(id)
        .update();
    await().atMost(Duration.ofSeconds(30)).until(() -> stops(true).size() == 1);
    JsonNode stop = stops(true).getFirst();

    assertThat(stop.get("origin").asString()).isEqualTo("LEDGER");
    assertThat(stop.get("currency").asString()).isEqualTo("USD");
    assertThat(clipper(id).requestPayout("120").problem()).isEqualTo("earnings-in-question");
    String other = newClipper();
    assertThat(clipperWith(other, "50").requestPayout("20").status()).isEqualTo(201);

    sql.sql("UPDATE balance SET taken_back_micros = 100000000 WHERE clipper_id = ?")
        .param(id)
        .update();
    assertThat(clipper(id).requestPayout("20").problem()).isEqualTo("earnings-in-question");
    assertThat(lift(anna(), stop, "k").status()).isEqualTo(200);
    assertThat(clipper(id).requestPayout("20").status()).isEqualTo(201);
  }

  @Test
  void aBalanceThatDoesNotMatchItsPayoutsIsStoppedToo() {
    UUID payout = clipperWith(id, "50").requestPayout("20.00").id();
    sql.sql("UPDATE balance SET reserved_micros = reserved_micros - 1 WHERE clipper_id = ?")
        .param(id)
        .update();
    await().atMost(Duration.ofSeconds(30)).until(() -> stops(true).size() == 2);
    sql.sql("UPDATE balance SET reserved_micros = reserved_micros + 1 WHERE clipper_id = ?")
        .param(id)
        .update();

    assertThat(anna().approve(payout).problem()).isEqualTo("earnings-in-question");
    assertThat(stops(true).stream().map(stop -> stop.get("reason").asString()))
        .containsExactlyInAnyOrder(
            "The balance is not the sum of its postings", "The balance does not match its payouts");
  }

  @Test
  void anAdminsStopOfAClipperIsReadWhereverMoneyIsAboutToLeave() {
    String other = newClipper();
    clipperWith(other, "50");
    UUID payout = clipperWith(id, "70").requestPayout("20.00").id();
    UUID next = clipperWith(newClipper(), "70").requestPayout("20.00").id();
    anna().approve(payout);
    JsonNode stop = set("{\"clipperId\":\"%s\",\"reason\":\"fraud\"}".formatted(id)).json();

    assertThat(sent(payout)).isZero();
    assertThat(sent(next)).isZero();
    assertThat(mayLeave(id)).isFalse();
    assertThat(mayLeave(other)).isTrue();
    anna().reject(payout);
    assertThat(clipper(id).requestPayout("20").problem()).isEqualTo("earnings-in-question");
    assertThat(payable()).contains(other).doesNotContain(id);

    assertThat(lift(anna(), stop, "k").json().get("liftedBy").asString()).isEqualTo("anna");
    assertThat(stops(true)).isEmpty();
    assertThat(stops(false)).hasSize(1);
    JsonNode audit = anna().get(PATH + "/" + stop.get("id").asString() + "/audit").json();
    assertThat(audit.at("/items/0/action").asString()).isEqualTo("STOP");
    assertThat(audit.at("/items/0/reason").asString()).isEqualTo("fraud");
    assertThat(audit.at("/items/1/actor").asString()).isEqualTo("anna");
    assertThat(audit.at("/items/1/action").asString()).isEqualTo("LIFT");
    assertThat(audit.at("/items/1/reason").asString()).isEqualTo("looked at");
    assertThat(payable()).contains(id);
    UUID again = clipper(id).requestPayout("20").id();
    assertThat(anna().approve(again).status()).isEqualTo(200);
    assertThat(sent(again)).isOne();
  }

  @Test
  void aStopOfACurrencyStopsEverybodysAndNoOther() {
    clipperWith(id, "50");
    clipperWith(id, "50", "CHF");
    JsonNode stop = set("{\"currency\":\"USD\",\"reason\":\"the books\"}").json();
    try {
      assertThat(clipper(id).requestPayout("20").problem()).isEqualTo("earnings-in-question");
      assertThat(payable()).doesNotContain(id + " USD").contains(id + " CHF");
    } finally {
      lift(anna(), stop, "k");
    }
    JsonNode all = set("{\"reason\":\"everything\"}").json();
    try {
      assertThat(payable()).isEmpty();
    } finally {
      lift(anna(), all, "k");
    }
    assertThat(clipper(id).requestPayout("20").status()).isEqualTo(201);
  }

  @Test
  void aCurrencyThatIsNotOfferedAnyMoreIsStoppedWhileAPayoutInItIsOpen() {
    String form = Api.paypal("20.00", "anna@example.com").replace("USD", "CHF");
    clipperWith(id, "50", "CHF");
    UUID payout = clipper(id).post("/api/clippers/payout-request", "chf-" + id, form).id();
    StopForm stop = new StopForm(id, "CHF", "fraud");
    StopDesk withoutCurrencies = new StopDesk(idempotency, stops, audit, ids, code -> false);
    Caller boris = new Caller("boris", Set.of("ADMIN"));
    transaction.execute(status -> withoutCurrencies.set(boris, "stop-" + id, stop, Instant.EPOCH));

    assertThat(anna().approve(payout).problem()).isEqualTo("earnings-in-question");
    assertThat(anna().reject(payout).status()).isEqualTo(200);
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      value = {
        "`\"currency\":\"UDS\"`, 422, currency-unknown",
        "`\"currency\":\"ZZZ\"`, 422, currency-unknown",
        "`\"currency\":\"JPY\"`, 422, currency-unknown",
        "`\"clipperId\":\"anna \"`, 400, invalid-request",
        "`\"clipperId\":\" anna\"`, 400, invalid-request",
        "`\"clipperId\":\"\u200Banna\"`, 400, invalid-request"
      })
  void aStopOfNothingIsNone(String what, int status, String problem) {
    Answer answer = set("{" + what + ",\"reason\":\"x\"}");
    assertThat(answer.status()).isEqualTo(status);
    assertThat(answer.problem()).isEqualTo(problem);
  }

  @Test
  void onlyAnotherAdminLiftsItOnceAndSaysWhy() {
    String body = "{\"clipperId\":\"%s\",\"currency\":\"USD\",\"reason\":\"x\"}".formatted(id);
    String key = UUID.randomUUID().toString();
    Answer first = anna().post(PATH, key, body);
    assertThat(anna().post(PATH, key, body).text()).isEqualTo(first.text());
    assertThat(stops(true)).hasSize(1);
    JsonNode stop = first.json();

    assertThat(clipper(id).post(PATH, key, body).status()).isEqualTo(403);
    assertThat(clipper(id).get(PATH).status()).isEqualTo(403);
    assertThat(lift(admin(id), stop, "k").problem()).isEqualTo("own-payout-stop");
    assertThat(anna().post(PATH, body).status()).isEqualTo(400);
    assertThat(set("{}").status()).isEqualTo(400);
    assertThat(set("{\"reason\":\" \"}").status()).isEqualTo(400);
    assertThat(set("{\"reason\":\"x\",\"currency\":\"usd\"}").status()).isEqualTo(400);
    assertThat(set("{\"reason\":\"x\",\"clipperId\":\"\"}").status()).isEqualTo(400);
    assertThat(anna().post(PATH + "/" + UUID.randomUUID() + "/lift", "none", "{\"reason\":\"x\"}"))
        .extracting(Answer::problem)
        .isEqualTo("payout-stop-not-found");
    assertThat(anna().get(PATH + "?clipperId=%00").status()).isEqualTo(400);

    Answer lifted = lift(anna(), stop, "once");
    assertThat(lift(anna(), stop, "once").text()).isEqualTo(lifted.text());
    assertThat(lift(anna(), stop, "twice").problem()).isEqualTo("payout-stop-lifted");
  }

  @Test
  void whatTheEarningsServiceQuestionsIsStoppedOnceUntilAnAdminLiftsIt() {
    clipperWith(id, "50");
    UUID finding = UUID.randomUUID();
    Said said = EarningsTopic.questioned(finding, id, "USD");
    say(said, said.as(UUID.randomUUID()));
    await().atMost(Duration.ofSeconds(30)).until(() -> !stops(true).isEmpty());
    JsonNode stop = stops(true).getFirst();
    assertThat(stop.get("origin").asString()).isEqualTo("EARNINGS");
    assertThat(stop.get("reference").asString()).isEqualTo(finding.toString());
    assertThat(stop.get("reason").asString()).contains("CLIPS");
    assertThat(clipper(id).requestPayout("20").problem()).isEqualTo("earnings-in-question");
    assertThat(lift(anna(), stop, "k").status()).isEqualTo(200);

    say(said.as(UUID.randomUUID()));
    clipperWith(id, "1", "CHF");
    assertThat(stops(false)).hasSize(1);
    assertThat(clipper(id).requestPayout("20").status()).isEqualTo(201);
  }

  @Test
  void whereItNamesNobodyTheWholeCurrencyIs() {
    clipperWith(id, "300000", "IDR");
    UUID finding = UUID.randomUUID();
    say(EarningsTopic.questioned(finding, null, "IDR"));
    await().atMost(Duration.ofSeconds(30)).until(() -> mayLeaveNot(id));
    JsonNode stop =
        anna()
            .get(PATH)
            .json()
            .get("items")
            .valueStream()
            .filter(each -> each.get("reference").asString("").equals(finding.toString()))
            .findFirst()
            .orElseThrow();
    assertThat(lift(anna(), stop, "k").status()).isEqualTo(200);
    assertThat(mayLeaveNot(id)).isFalse();
  }

  private boolean mayLeaveNot(String whose) {
    return sql.sql("SELECT money_is_stopped(?, 'IDR')").param(whose).query(Boolean.class).single();
  }

  private void say(Said... records) {
    try (EarningsTopic topic = new EarningsTopic(engines)) {
      topic.say(records);
    }
  }

  private Api anna() {
    return admin("anna");
  }

  private Answer set(String body) {
    return anna().post(PATH, UUID.randomUUID().toString(), body);
  }

  private static Answer lift(Api admin, JsonNode stop, String key) {
    String stopId = stop.get("id").asString();
    return admin.post(PATH + "/" + stopId + "/lift", key + stopId, "{\"reason\":\"looked at\"}");
  }

  private List<JsonNode> stops(boolean open) {
    String path = PATH + "?clipperId=" + id + "&open=" + open;
    return anna().get(path).json().get("items").valueStream().toList();
  }

  private boolean mayLeave(String whose) {
    return sql.sql("SELECT money_may_leave(?, 'USD')").param(whose).query(Boolean.class).single();
  }

  private int sent(UUID payout) {
    ToSend wanted = new ToSend(PayoutMethod.PAYPAL, List.of("USD"), List.of(payout), 10);
    return transaction.execute(
        status -> payments.send(wanted, Channel.PAYPAL, "anna", null, Instant.EPOCH).size());
  }

  private String payable() {
    return as(CRON_SECRET)
        .get("/api/cron/payout-calculation?pageSize=1000")
        .json()
        .get("items")
        .valueStream()
        .map(i -> i.get("clipperId").asString() + " " + i.at("/available/currency").asString())
        .toList()
        .stream()
        .reduce("", (list, item) -> list + item + "\n");
  }
}
