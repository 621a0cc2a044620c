package io.clipmeter.payout.request;

import static org.assertj.core.api.Assertions.assertThat;

import io.clipmeter.payout.Api;
import io.clipmeter.payout.Api.Answer;
import io.clipmeter.payout.RunningService;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is offered, what is listed, and what is asked of whoever takes a request back. */
class WaysToPayIT extends RunningService {
  private static final String REQUEST = "/api/clippers/payout-request";
  private final String id = newClipper();

  @BeforeEach
  void earn() {
    clipperWith(id, "100");
  }

  @ParameterizedTest
  @CsvSource({
    "CASH, 422, payout-method-not-offered",
    "PAYPAL2, 422, payout-method-not-offered",
    "paypal, 400, invalid-request",
    "0, 400, invalid-request",
    "'', 400, invalid-request",
    "PAY\\u0000, 400, invalid-request"
  })
  void aWayToBePaidThatIsNotOfferedIsRefused(String method, int status, String problem) {
    assertRefused(
        post(Api.paypal("20.00", "a@example.com").replace("PAYPAL", method)), status, problem);
  }

  @Test
  void aCancellationNeedsItsKeyAndIsAnsweredAsBefore() {
    Api clipper = clipper(id);
    UUID payout = clipper.requestPayout("20.00").id();
    String path = "/api/clippers/payout-requests/" + payout + "/cancel";
    assertThat(clipper.post(path, "").problem()).isEqualTo("idempotency-key-required");
    Answer first = clipper.post(path, "cancel " + payout, "");
    assertThat(first.json().get("status").asString()).isEqualTo("CANCELLED");
    assertThat(clipper.post(path, "cancel " + payout, "").text()).isEqualTo(first.text());
    UUID next = clipper.requestPayout("20.00").id();
    Answer other =
        clipper.post("/api/clippers/payout-requests/" + next + "/cancel", "cancel " + payout, "");
    assertThat(other.status()).isEqualTo(422);
    assertThat(other.problem()).isEqualTo("idempotency-key-reused");
    assertThat(clipper.cancel(next).status()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "method=paypal",
        "clipperId=",
        "clipperId=a%00",
        "from=yesterday",
        "until=2026-01-01",
        "from=2026-13-01T00:00:00Z"
      })
  void aFilterThatIsNoneIsRefused(String query) {
    assertClientError(admin("boss").get("/api/admin/payout-requests?" + query));
    assertClientError(admin("boss").get("/api/admin/payout-requests/totals?" + query));
  }

  private Answer post(String body) {
    return clipper(id).post(REQUEST, UUID.randomUUID().toString(), body);
  }

  private void assertRefused(Answer answer, int status, String problem) {
    assertThat(answer.text()).isNotEmpty();
    assertThat(answer.problem()).isEqualTo(problem);
    assertThat(answer.status()).isEqualTo(status);
    assertThat(answer.contentType()).isEqualTo("application/problem+json");
    assertThat(clipper(id).balance("USD")).isEqualTo("100.00/0.00/0.00/100.00");
  }

  private static void assertClientError(Answer answer) {
    assertThat(answer.status()).isBetween(400, 499);
    assertThat(answer.contentType()).isEqualTo("application/problem+json");
    assertThat(answer.problem()).isNotEmpty();
  }
}
