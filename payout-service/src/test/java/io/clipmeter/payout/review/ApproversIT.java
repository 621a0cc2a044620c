package io.clipmeter.payout.review;

import static io.clipmeter.payout.AtOnce.atOnce;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clipmeter.payout.Api;
import io.clipmeter.payout.Api.Answer;
import io.clipmeter.payout.RunningService;
import io.clipmeter.testing.TestTokens;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataIntegrityViolationException;

/** Who may agree to a payout, and how many of them. */
class ApproversIT extends RunningService {
  private final String id = newClipper();

  @Test
  void aLargePayoutNeedsTwoDifferentAdmins() {
    UUID payout = clipperWith(id, "1500").requestPayout("1000.00").id();
    Answer first = admin("anna").approve(payout);
    assertThat(first.status()).isEqualTo(200);
    assertThat(first.json().get("status").asString()).isEqualTo("REQUESTED");
    assertThat(first.json().get("firstApprovedBy").asString()).isEqualTo("anna");
    Answer again = admin("anna").approve(payout);
    assertThat(again.status()).isEqualTo(409);
    assertThat(again.problem()).isEqualTo("second-approver-required");
    assertThat(admin("anna").sendByHand(payout).problem()).isEqualTo("payout-not-approved");
    Answer second = admin("bert").approve(payout);
    assertThat(second.json().get("status").asString()).isEqualTo("APPROVED");
    assertThat(second.json().get("approvedBy").asString()).isEqualTo("bert");
    assertThat(admin("anna").pay(payout, "T-" + payout).status()).isEqualTo(200);
    assertThat(clipper(id).balance("USD")).isEqualTo("1500.00/0.00/1000.00/500.00");
  }

  @Test
  void oneCentLessNeedsOne() {
    UUID payout = clipperWith(id, "1500").requestPayout("999.99").id();
    assertThat(admin("anna").approve(payout).json().get("status").asString()).isEqualTo("APPROVED");
  }

  @Test
  void aHalfApprovedPayoutCanStillBeTakenBackOrRejected() {
    Api clipper = clipperWith(id, "1500");
    UUID payout = clipper.requestPayout("1000.00").id();
    admin("anna").approve(payout);
    assertThat(clipper.cancel(payout).status()).isEqualTo(200);
    assertThat(admin("bert").approve(payout).problem()).isEqualTo("payout-not-requested");
    UUID next = clipper.requestPayout("1000.00").id();
    admin("anna").approve(next);
    assertThat(admin("anna").reject(next).status()).isEqualTo(200);
    assertThat(clipper.balance("USD")).isEqualTo("1500.00/0.00/0.00/1500.00");
  }

  @Test
  void ofOneAdminsApprovalsAtOnceOneIsTheFirstAndNoneTheSecond() throws Exception {
    UUID payout = clipperWith(id, "1500").requestPayout("1000.00").id();
    List<Answer> answers = atOnce(8, () -> admin("anna").approve(payout));
    assertThat(answers).filteredOn(a -> a.status() == 200).hasSize(1);
    assertThat(answers)
        .filteredOn(a -> a.status() != 200)
        .extracting(Answer::problem)
        .containsOnly("second-approver-required");
    assertThat(status(payout)).isEqualTo("REQUESTED");
  }

  @Test
  void nobodyDecidesAboutTheirOwnPayout() {
    clipperWith(id, "50");
    Api both = as(TestTokens.token(id).role("ADMIN").role("CLIPPER").signed());
    UUID payout = both.requestPayout("20.00").id();
    own(both.approve(payout));
    own(both.reject(payout));
    assertThat(status(payout)).isEqualTo("REQUESTED");
    admin("anna").approve(payout);
    own(both.reject(payout));
    own(both.sendByHand(payout));
    own(both.markPaid(payout, "T-" + payout));
    own(both.fail(payout));
    assertThat(status(payout)).isEqualTo("APPROVED");
    String ended = ", closed_at = now(), closed_by = clipper_id";
    refused("UPDATE payout_request SET status = 'REJECTED', reason = 'x'" + ended, payout);
    refused("UPDATE payout_request SET status = 'FAILED', reason = 'x'" + ended, payout);
    refused("UPDATE payout_request SET status = 'PAID', transaction_id = 'T'" + ended, payout);
    assertThat(both.balance("USD")).isEqualTo("50.00/20.00/0.00/30.00");
  }

  private static void own(Answer answer) {
    assertThat(answer.status()).isEqualTo(403);
    assertThat(answer.problem()).isEqualTo("own-payout");
  }

  @Test
  void theDatabaseRefusesWhatTheCodeWould() {
    UUID large = clipperWith(id, "1500").requestPayout("1000.00").id();
    refused(
        "UPDATE payout_request SET status = 'PAID', closed_at = now(), transaction_id = 'T'",
        large);
    refused("UPDATE payout_request SET status = 'SENDING'", large);
    refused("UPDATE payout_request SET status = 'UNKNOWN', unknown_since = now()", large);
    refused("UPDATE payout_request SET two_approvers = false", large);
    refused(
        "UPDATE payout_request SET status = 'APPROVED', approved_by = 'a', approved_at = now()",
        large);
    refused(
        "UPDATE payout_request SET first_approved_by = clipper_id, first_approved_at = now()",
        large);
    admin("anna").approve(large);
    refused("UPDATE payout_request SET first_approved_by = 'bert'", large);
    refused(
        "UPDATE payout_request SET status = 'APPROVED', approved_by = 'anna', approved_at = now()",
        large);
    admin("bert").approve(large);
    refused("UPDATE payout_request SET approved_by = 'carl'", large);
    refused("UPDATE payout_request SET status = 'SENDING'", large);
    refused(
        "UPDATE payout_request SET status = 'SENDING', channel = 'PAY_RUN', sent_at = now()",
        large);
    refused("UPDATE payout_request SET channel = 'PAYPAL', sent_at = now()", large);
    refused(
        """
        INSERT INTO payout_request (id, clipper_id, currency, amount_micros, minor_unit_micros,
            method, details_masked, status, requested_at, approved_by, approved_at)
        SELECT gen_random_uuid(), clipper_id, 'USD', 20000000, 10000, 'BANK', '***', 'APPROVED',
            now(), 'anna', now() FROM payout_request\
        """,
        large);
  }

  private void refused(String statement, UUID payout) {
    assertThatThrownBy(() -> sql.sql(statement + " WHERE id = ?").param(payout).update())
        .isInstanceOf(DataIntegrityViolationException.class);
  }

  private String status(UUID payout) {
    return admin("boss")
        .get("/api/admin/payout-requests/" + payout)
        .json()
        .get("status")
        .asString();
  }
}
