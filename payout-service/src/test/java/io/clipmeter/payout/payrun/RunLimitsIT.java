package io.clipmeter.payout.payrun;

import static org.assertj.core.api.Assertions.assertThat;

import io.clipmeter.payout.Api;
import io.clipmeter.payout.Api.Answer;
import io.clipmeter.payout.RunningService;
import io.clipmeter.testing.TestTokens;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What a bank is not told to pay, and who does not tell of it. */
class RunLimitsIT extends RunningService {
  private static final String RUNS = "/api/admin/pay-runs/";
  private static final String IBAN = "DE89370400440532013000";
  private final String id = newClipper();

  @Test
  void theFileHasOnlyWhatMayLeaveAndSaysWhatIsLeftOut() {
    String held = newClipper();
    UUID sure = approved(newClipper());
    UUID inQuestion = approved(id);
    UUID takenBack = approved(held);
    UUID ended = approved(newClipper());
    UUID run = run(sure, inQuestion, takenBack, ended);
    results(admin("boss"), run, ended);
    question(id);
    UUID hold = hold(held, "40");

    Answer file = file(run);
    assertThat(file.text()).contains(sure.toString()).doesNotContain(leftOut(run));
    assertThat(leftOut(run))
        .containsExactlyInAnyOrder(inQuestion.toString(), takenBack.toString(), ended.toString());
    assertThat(file.header("Left-Out-Count")).isEqualTo("3");
    assertThat(List.of(file.header("Left-Out").split(", ", -1)))
        .containsExactlyInAnyOrder(leftOut(run));
    assertThat(read(inQuestion)).isFalse();
    assertThat(read(sure)).isTrue();

    clearUp(id);
    release(hold, held, "40");
    Answer whole = file(run);
    assertThat(whole.text()).contains(inQuestion.toString(), takenBack.toString());
    assertThat(whole.header("Left-Out")).isEqualTo(ended.toString());
  }

  @Test
  void aRunOfWhichNothingMayLeaveHasNoFile() {
    UUID payout = approved(id);
    UUID run = run(payout);
    assertThat(file(run).header("Left-Out-Count")).isEqualTo("0");
    assertThat(file(run).header("Left-Out")).isEmpty();
    results(admin("boss"), run, payout);
    Answer refused = file(run);
    assertThat(refused.status()).isEqualTo(409);
    assertThat(refused.problem()).isEqualTo("pay-run-nothing-leaves");
  }

  @Test
  void whatDoesNotOpenIsLeftOutAndKeepsNobodyElseWaiting() {
    UUID sure = approved(newClipper());
    UUID sealed = approved(id);
    UUID run = run(sure, sealed);
    String key = keyId(sealed);
    seal(sealed, "0000000000000000");

    Answer file = file(run);
    assertThat(file.status()).isEqualTo(200);
    assertThat(file.text()).contains(sure.toString()).doesNotContain(sealed.toString());
    assertThat(file.header("Left-Out")).isEqualTo(sealed.toString());
    assertThat(leftOut(run)).containsExactly(sealed.toString());
    assertThat(read(sealed)).isFalse();
    results(admin("boss"), run, sure);
    assertThat(file(run).problem()).isEqualTo("pay-run-nothing-leaves");

    seal(sealed, key);
    assertThat(file(run).text()).contains(sealed.toString());
  }

  private String keyId(UUID payout) {
    return sql.sql("SELECT key_id FROM payout_details WHERE payout_id = ?")
        .param(payout)
        .query(String.class)
        .single();
  }

  private void seal(UUID payout, String key) {
    sql.sql("UPDATE payout_details SET key_id = ? WHERE payout_id = ?")
        .params(key, payout)
        .update();
  }

  @Test
  void nobodyTellsOfTheirOwnPayout() {
    UUID payout = approved(id);
    UUID run = run(payout);
    Api both = as(TestTokens.token(id).role("ADMIN").role("CLIPPER").signed());
    Answer refused = results(both, run, payout);
    assertThat(refused.status()).isEqualTo(403);
    assertThat(refused.problem()).isEqualTo("own-payout");
    assertThat(refused.json().get("payoutId").asString()).isEqualTo(payout.toString());
    assertThat(both.balance("USD")).isEqualTo("50.00/20.00/0.00/30.00");
    assertThat(results(admin("boss"), run, payout).status()).isEqualTo(200);
  }

  private UUID approved(String clipper) {
    UUID payout =
        clipperWith(clipper, "50")
            .post(
                "/api/clippers/payout-request",
                UUID.randomUUID().toString(),
                Api.bank("20.00", IBAN, "Anna Smith"))
            .id();
    admin("boss").approve(payout);
    return payout;
  }

  private UUID run(UUID... payouts) {
    List<String> ids = List.of(payouts).stream().map(UUID::toString).toList();
    String body = "{\"currency\":\"USD\",\"payouts\":[\"" + String.join("\",\"", ids) + "\"]}";
    return admin("boss").post("/api/admin/pay-runs", UUID.randomUUID().toString(), body).id();
  }

  private Answer file(UUID run) {
    return admin("boss").get(RUNS + run + "/file");
  }

  private static Answer results(Api admin, UUID run, UUID failed) {
    return admin.post(
        RUNS + run + "/results",
        UUID.randomUUID().toString(),
        "{\"results\":[{\"outcome\":\"FAILED\",\"payoutId\":\"%s\",\"reason\":\"Closed\"}]}"
            .formatted(failed));
  }

  /** What the run itself shows as left out. */
  private String[] leftOut(UUID run) {
    return admin("boss")
        .get(RUNS + run)
        .json()
        .get("items")
        .valueStream()
        .filter(item -> !item.get("inFile").asBoolean())
        .map(item -> item.get("payoutId").asString())
        .toArray(String[]::new);
  }

  private boolean read(UUID payout) {
    return sql.sql("SELECT count(*) FROM audit_log WHERE payout_id = ? AND action = 'READ_DETAILS'")
            .param(payout)
            .query(Long.class)
            .single()
        > 0;
  }
}
