package io.clipmeter.payout.payrun;

import static io.clipmeter.payout.AtOnce.atOnce;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clipmeter.payout.Api;
import io.clipmeter.payout.Api.Answer;
import io.clipmeter.payout.RunningService;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataIntegrityViolationException;
import tools.jackson.databind.JsonNode;

/** A file for a bank, from approved payouts to what became of each. */
class PayRunIT extends RunningService {
  private static final String RUNS = "/api/admin/pay-runs";
  private static final String ALL = "{\"currency\":\"USD\"}";
  private static final String IBAN = "DE89370400440532013000";
  private Api boss = as("");

  @BeforeEach
  void nothingIsLeftFromOtherTests() {
    boss = admin("boss");
    boss.post(RUNS, UUID.randomUUID().toString(), ALL);
  }

  @Test
  void takesAllApprovedOfOneCurrencyAndNoOthers() {
    String first = newClipper();
    UUID one = approved(first, "20.00");
    UUID two = approved(newClipper(), "30.00");
    UUID requested = bank(newClipper(), "20.00");
    UUID byPayPal = clipperWith(newClipper(), "50").requestPayout("20.00").id();
    boss.approve(byPayPal);
    Answer run = create(ALL);
    assertThat(run.status()).isEqualTo(201);
    assertThat(run.json().get("payouts").asInt()).isEqualTo(2);
    assertThat(run.json().at("/total/amount").asString()).isEqualTo("50.00");
    assertThat(items(run.id())).containsExactlyInAnyOrder(one + " SENDING", two + " SENDING");
    assertThat(status(requested)).isEqualTo("REQUESTED");
    assertThat(status(byPayPal)).isEqualTo("APPROVED");
    assertThat(clipper(first).balance("USD")).isEqualTo("50.00/20.00/0.00/30.00");
    assertThat(create(ALL).problem()).isEqualTo("pay-run-empty");
  }

  @Test
  void takesOnlyThoseThatAreNamedAndThenAllOfThem() {
    UUID one = approved(newClipper(), "20.00");
    UUID two = approved(newClipper(), "20.00");
    UUID requested = bank(newClipper(), "20.00");
    Answer refused = create(of(one, requested));
    assertThat(refused.status()).isEqualTo(409);
    assertThat(refused.problem()).isEqualTo("payout-not-payable");
    assertThat(refused.json().get("payoutId").asString()).isEqualTo(requested.toString());
    assertThat(status(one)).isEqualTo("APPROVED");
    Answer run = create(of(one));
    assertThat(items(run.id())).containsExactly(one + " SENDING");
    assertThat(status(two)).isEqualTo("APPROVED");
    assertThat(create(of(one)).problem()).isEqualTo("payout-not-payable");
  }

  @Test
  void theSameKeyMakesOneRunAndAnotherBodyNone() {
    UUID one = approved(newClipper(), "20.00");
    String key = "run " + one;
    Answer first = boss.post(RUNS, key, of(one));
    assertThat(boss.post(RUNS, key, of(one)).text()).isEqualTo(first.text());
    assertThat(boss.post(RUNS, key, ALL).problem()).isEqualTo("idempotency-key-reused");
    assertThat(boss.post(RUNS, ALL).problem()).isEqualTo("idempotency-key-required");
  }

  @Test
  void runsMadeAtOnceShareNoPayout() throws Exception {
    for (int each = 0; each < 8; each++) {
      approved(newClipper(), "20.00");
    }
    List<Answer> answers = atOnce(8, () -> create(ALL));
    int inRuns =
        answers.stream()
            .filter(answer -> answer.status() == 201)
            .mapToInt(answer -> answer.json().get("payouts").asInt())
            .sum();
    assertThat(inRuns).isEqualTo(8);
    assertThat(answers)
        .filteredOn(answer -> answer.status() != 201)
        .extracting(Answer::problem)
        .containsOnly("pay-run-empty");
  }

  @Test
  void theFileShowsAccountsAndThatIsAudited() {
    UUID payout = approved(newClipper(), "20.00");
    UUID run = create(of(payout)).id();
    Answer file = boss.get(RUNS + "/" + run + "/file");
    assertThat(file.contentType()).isEqualTo("text/csv;charset=UTF-8");
    assertThat(file.text()).contains("\"Anna Smith\",\"" + IBAN + "\",\"20.00\",\"USD\"");
    assertThat(boss.get(RUNS + "/" + run).text()).doesNotContain(IBAN).contains("****3000");
    assertThat(audit(payout))
        .containsExactly(
            "boss APPROVE null",
            "boss SEND pay run " + run,
            "boss READ_DETAILS file of pay run " + run);
    assertThat(boss.get(RUNS + "/" + UUID.randomUUID() + "/file").problem()).isEqualTo("not-found");
  }

  @Test
  void aResultListEndsEachPayoutInItsOwnWay() {
    String happy = newClipper();
    String unhappy = newClipper();
    UUID one = approved(happy, "20.00");
    UUID two = approved(unhappy, "20.00");
    UUID run = create(of(one, two)).id();
    Answer ended = results(run, paid(one, "B-" + one), failed(two));
    assertThat(ended.status()).isEqualTo(200);
    assertThat(ended.json().get("open").asInt()).isZero();
    assertThat(items(run)).containsExactlyInAnyOrder(one + " PAID", two + " FAILED");
    assertThat(clipper(happy).balance("USD")).isEqualTo("50.00/0.00/20.00/30.00");
    assertThat(clipper(unhappy).balance("USD")).isEqualTo("50.00/0.00/0.00/50.00");
    assertThat(clipper(unhappy).requestPayout("20.00").status()).isEqualTo(201);
  }

  @Test
  void aWrongLineAppliesNothingOfTheList() {
    UUID one = approved(newClipper(), "20.00");
    UUID two = approved(newClipper(), "20.00");
    UUID other = approved(newClipper(), "20.00");
    UUID run = create(of(one, two)).id();
    UUID elsewhere = create(of(other)).id();
    assertThat(results(elsewhere, paid(other, "B-" + other)).status()).isEqualTo(200);
    assertRefused(run, 422, "payout-not-in-run", paid(one, "T1"), paid(other, "T2"));
    assertRefused(run, 422, "result-twice", paid(one, "T1"), failed(one));
    assertRefused(run, 422, "transaction-id-twice", paid(one, "T1"), paid(two, "T1"));
    assertRefused(run, 409, "transaction-id-used", failed(two), paid(one, "B-" + other));
    assertRefused(run, 400, "invalid-request", paid(one, "T1"), failed(two).replace("Closed", " "));
    assertThat(items(run)).containsExactlyInAnyOrder(one + " SENDING", two + " SENDING");
    assertThat(results(run, paid(one, "B-" + one)).json().get("open").asInt()).isOne();
    assertRefused(run, 409, "payout-not-sending", failed(two), paid(one, "C-" + one));
    assertThat(status(two)).isEqualTo("SENDING");
    assertThat(results(UUID.randomUUID(), paid(one, "T")).problem()).isEqualTo("not-found");
  }

  @Test
  void whatIsInARunIsNeitherPaidByHandNorRejectedNorTakenBack() {
    String id = newClipper();
    UUID payout = approved(id, "20.00");
    UUID run = create(of(payout)).id();
    assertThat(boss.sendByHand(payout).problem()).isEqualTo("payout-not-approved");
    assertThat(boss.markPaid(payout, "T").problem()).isEqualTo("payout-not-sent-by-hand");
    assertThat(boss.fail(payout).problem()).isEqualTo("payout-not-sent-by-hand");
    assertThat(boss.reject(payout).problem()).isEqualTo("payout-not-rejectable");
    assertThat(clipper(id).cancel(payout).problem()).isEqualTo("payout-not-requested");
    assertThatThrownBy(
            () ->
                sql.sql("INSERT INTO paypal_payment (payout_id, begun_at) VALUES (?, now())")
                    .param(payout)
                    .update())
        .isInstanceOf(DataIntegrityViolationException.class);
    assertThatThrownBy(
            () -> sql.sql("DELETE FROM pay_run_item WHERE run_id = ?").param(run).update())
        .isInstanceOf(DataIntegrityViolationException.class);
  }

  @Test
  void ofEightResultsAtOnceOneIsApplied() throws Exception {
    String id = newClipper();
    UUID payout = approved(id, "20.00");
    UUID run = create(of(payout)).id();
    List<Answer> answers = atOnce(8, () -> results(run, paid(payout, "B-" + UUID.randomUUID())));
    assertThat(answers).filteredOn(a -> a.status() == 200).hasSize(1);
    assertThat(answers)
        .filteredOn(a -> a.status() != 200)
        .extracting(Answer::problem)
        .containsOnly("payout-not-sending");
    assertThat(clipper(id).balance("USD")).isEqualTo("50.00/0.00/20.00/30.00");
  }

  @Test
  void runsAreListedNewestFirst() {
    UUID older = create(of(approved(newClipper(), "20.00"))).id();
    UUID newer = create(of(approved(newClipper(), "20.00"))).id();
    Answer page = boss.get(RUNS + "?pageSize=1");
    assertThat(page.json().at("/items/0/id").asString()).isEqualTo(newer.toString());
    Answer next =
        boss.get(RUNS + "?pageSize=1&pageToken=" + page.json().get("nextPageToken").asString());
    assertThat(next.json().at("/items/0/id").asString()).isEqualTo(older.toString());
  }

  private void assertRefused(UUID run, int status, String problem, String... results) {
    Answer answer = results(run, results);
    assertThat(answer.problem()).isEqualTo(problem);
    assertThat(answer.status()).isEqualTo(status);
  }

  private UUID bank(String clipper, String dollars) {
    return clipperWith(clipper, "50")
        .post(
            "/api/clippers/payout-request",
            UUID.randomUUID().toString(),
            Api.bank(dollars, IBAN, "Anna Smith"))
        .id();
  }

  private UUID approved(String clipper, String dollars) {
    UUID payout = bank(clipper, dollars);
    boss.approve(payout);
    return payout;
  }

  private Answer create(String body) {
    return boss.post(RUNS, UUID.randomUUID().toString(), body);
  }

  private Answer results(UUID run, String... results) {
    return boss.post(
        RUNS + "/" + run + "/results",
        UUID.randomUUID().toString(),
        "{\"results\":[" + String.join(",", results) + "]}");
  }

  private static String of(UUID... payouts) {
    return "{\"currency\":\"USD\",\"payouts\":[\""
        + String.join("\",\"", List.of(payouts).stream().map(UUID::toString).toList())
        + "\"]}";
  }

  private static String paid(UUID payout, String transaction) {
    return "{\"outcome\":\"PAID\",\"payoutId\":\"%s\",\"transactionId\":\"%s\"}"
        .formatted(payout, transaction);
  }

  private static String failed(UUID payout) {
    return "{\"outcome\":\"FAILED\",\"payoutId\":\"%s\",\"reason\":\"Closed\"}".formatted(payout);
  }

  private List<String> items(UUID run) {
    return boss.get(RUNS + "/" + run)
        .json()
        .get("items")
        .valueStream()
        .map(PayRunIT::item)
        .toList();
  }

  private static String item(JsonNode item) {
    return item.get("payoutId").asString() + " " + item.get("status").asString();
  }

  private String status(UUID payout) {
    return sql.sql("SELECT status FROM payout_request WHERE id = ?")
        .param(payout)
        .query(String.class)
        .single();
  }

  private List<String> audit(UUID payout) {
    return boss.get("/api/admin/payout-requests/" + payout + "/audit")
        .json()
        .get("items")
        .valueStream()
        .map(
            item ->
                item.get("actor").asString()
                    + " "
                    + item.get("action").asString()
                    + " "
                    + item.path("reason").asString("null"))
        .toList();
  }
}
