package io.clipmeter.payout.resolution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clipmeter.chassis.idempotency.Idempotency;
import io.clipmeter.chassis.problem.ProblemException;
import io.clipmeter.chassis.security.Caller;
import io.clipmeter.payout.Api.Answer;
import io.clipmeter.payout.payment.PaymentDesk;
import io.clipmeter.payout.paypal.PayPalDesk;
import io.clipmeter.payout.paypal.PayPalStage;
import io.clipmeter.payout.turn.TurnClock;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** What a person may say about a payout that nobody knows about. */
class ResolutionIT extends PayPalStage {
  private static final String NOT_PAID =
      "{\"outcome\":\"NOT_PAID\",\"evidence\":\"Support says it never arrived\"}";
  @Autowired private Idempotency idempotency;
  @Autowired private PaymentDesk payments;
  @Autowired private PayPalDesk paypal;
  @Autowired private TransactionTemplate transaction;
  private final String id = newClipper();

  @Test
  void aPayoutThatWasBlockedIsEndedByAnotherAdminThanTheApprover() {
    UUID payout = approved(id);
    blocked(payout);
    assertRefused(resolve("boss", payout, NOT_PAID), 403, "other-admin-required");
    assertRefused(resolve(id, payout, NOT_PAID), 403, "other-admin-required");
    Answer answer = resolve("other", payout, NOT_PAID);
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.json().get("status").asString()).isEqualTo("FAILED");
    assertThat(clipper(id).balance("USD")).isEqualTo("50.00/0.00/0.00/50.00");
    assertThat(audit(payout)).contains("other FAIL Support says it never arrived");
    assertRefused(resolve("other", payout, NOT_PAID), 409, "payout-not-unknown");
  }

  @Test
  void neitherDoesTheFirstOfTwoApproversEndIt() {
    UUID payout = clipperWith(id, "1500").requestPayout("1000.00").id();
    admin("anna").approve(payout);
    admin("boss").approve(payout);
    blocked(payout);
    assertRefused(resolve("anna", payout, NOT_PAID), 403, "other-admin-required");
    assertRefused(resolve("boss", payout, NOT_PAID), 403, "other-admin-required");
    assertThat(resolve("other", payout, NOT_PAID).status()).isEqualTo(200);
  }

  @Test
  void orItTurnsOutToBePaid() {
    UUID payout = approved(id);
    blocked(payout);
    String paid = "{\"outcome\":\"PAID\",\"transactionId\":\"S-%s\",\"evidence\":\"Statement\"}";
    String key = "key " + payout;
    String body = paid.formatted(payout);
    String path = "/api/admin/payout-requests/" + payout + "/resolve";
    Answer answer = admin("other").post(path, key, body);
    assertThat(answer.json().get("status").asString()).isEqualTo("PAID");
    assertThat(admin("other").post(path, key, body).text()).isEqualTo(answer.text());
    assertThat(admin("other").post(path, body).problem()).isEqualTo("idempotency-key-required");
    assertThat(clipper(id).balance("USD")).isEqualTo("50.00/0.00/20.00/30.00");
    assertThat(audit(payout)).contains("other MARK_PAID Statement");
  }

  @Test
  void whatWouldStillBeSentIsNotEnded() {
    clock.set(Instant.parse("2100-01-01T00:00:00Z"));
    UUID payout = approved(id);
    lose();
    tick();
    assertThat(status(payout)).isEqualTo("UNKNOWN");
    assertRefused(resolve("other", payout, NOT_PAID), 409, "payout-still-asked");
    assertThat(clipper(id).balance("USD")).isEqualTo("50.00/20.00/0.00/30.00");
  }

  @Test
  void whatWillNotBeSentAnyMoreIs() {
    UUID payout = approved(id);
    lose();
    tick();
    clock.advance(Duration.ofDays(21));
    assertThat(resolve("other", payout, NOT_PAID).status()).isEqualTo(200);
    tick();
    assertThat(SERVER.orders(payout)).isEqualTo(1);
    assertThat(status(payout)).isEqualTo("FAILED");
  }

  @Test
  void nobodyCanTellWhereTheClockIsWrong() {
    UUID payout = approved(id);
    blocked(payout);
    TurnClock wrong = new TurnClock(sql, clock, new SimpleMeterRegistry());
    ResolutionDesk there = new ResolutionDesk(idempotency, payments, paypal, wrong);

    assertThatThrownBy(() -> resolveAt(there, payout))
        .isInstanceOfSatisfying(
            ProblemException.class,
            refusal -> assertThat(refusal.getMessage()).contains("payout-still-asked"));
    assertThat(status(payout)).isEqualTo("UNKNOWN");
  }

  @Test
  void whatIsKnownIsNotUpToPeople() {
    UUID payout = approved(id);
    assertRefused(resolve("other", payout, NOT_PAID), 409, "payout-not-unknown");
    tick();
    assertThat(status(payout)).isEqualTo("SENDING");
    assertRefused(resolve("other", payout, NOT_PAID), 409, "payout-not-unknown");
    assertRefused(resolve("other", UUID.randomUUID(), NOT_PAID), 404, "not-found");
    later();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{}",
        "{\"outcome\":\"MAYBE\"}",
        "{\"outcome\":\"NOT_PAID\"}",
        "{\"outcome\":\"NOT_PAID\",\"evidence\":\" \"}",
        "{\"outcome\":\"PAID\",\"evidence\":\"x\"}",
        "{\"outcome\":\"PAID\",\"transactionId\":\"T\"}",
        "{\"outcome\":\"NOT_PAID\",\"evidence\":\"x\",\"transactionId\":\"T\"}"
      })
  void aResolutionThatIsNoneIsRefused(String body) {
    Answer answer = resolve("other", UUID.randomUUID(), body);
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.problem()).isIn("unreadable-body", "invalid-request");
  }

  private void blocked(UUID payout) {
    becomes("BLOCKED");
    tick();
    later();
    assertThat(status(payout)).isEqualTo("UNKNOWN");
  }

  private void resolveAt(ResolutionDesk there, UUID payout) {
    Caller admin = new Caller("other", Set.of("ADMIN"));
    ResolutionForm form = new ResolutionForm.NotPaid("Support says it never arrived");
    String key = UUID.randomUUID().toString();
    transaction.executeWithoutResult(
        status -> there.resolve(admin, key, payout, form, clock.instant()));
  }

  private Answer resolve(String admin, UUID payout, String body) {
    return admin(admin)
        .post(
            "/api/admin/payout-requests/" + payout + "/resolve",
            UUID.randomUUID().toString(),
            body);
  }

  private static void assertRefused(Answer answer, int status, String problem) {
    assertThat(answer.problem()).isEqualTo(problem);
    assertThat(answer.status()).isEqualTo(status);
  }

  private List<String> audit(UUID payout) {
    return sql.sql(
            "SELECT concat_ws(' ', actor, action, reason) FROM audit_log WHERE payout_id = ?")
        .param(payout)
        .query((row, n) -> row.getString(1))
        .list();
  }
}
