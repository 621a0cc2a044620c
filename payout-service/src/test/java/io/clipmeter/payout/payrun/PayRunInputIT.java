package io.clipmeter.payout.payrun;

import static org.assertj.core.api.Assertions.assertThat;

import io.clipmeter.payout.Api.Answer;
import io.clipmeter.payout.RunningService;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What cannot be read makes no run and ends no payout. */
class PayRunInputIT extends RunningService {
  private static final String RUNS = "/api/admin/pay-runs";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{}",
        "[]",
        "{\"currency\":null}",
        "{\"currency\":\"usd\"}",
        "{\"currency\":1}",
        "{\"currency\":\"USD\",\"payouts\":[]}",
        "{\"currency\":\"USD\",\"payouts\":[null]}",
        "{\"currency\":\"USD\",\"payouts\":[\"x\"]}",
        "{\"currency\":\"USD\",\"more\":1}"
      })
  void aRunOfNothingThatCanBeReadIsRefused(String body) {
    Answer answer = admin("boss").post(RUNS, UUID.randomUUID().toString(), body);
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.problem()).isIn("unreadable-body", "invalid-request");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{\"results\":[]}",
        "{\"results\":null}",
        "{\"results\":[null]}",
        "{\"results\":[{}]}",
        "{\"results\":[{\"outcome\":\"PAID\"}]}",
        "{\"results\":[{\"outcome\":\"LOST\",\"payoutId\":\"00000000-0000-0000-0000-000000000000\"}]}"
      })
  void resultsThatCannotBeReadAreRefused(String body) {
    Answer answer =
        admin("boss")
            .post(RUNS + "/" + UUID.randomUUID() + "/results", UUID.randomUUID() + "", body);
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.problem()).isIn("unreadable-body", "invalid-request");
  }
}
