package io.clipmeter.payout.history;

import static org.assertj.core.api.Assertions.assertThat;

import io.clipmeter.money.Money;
import io.clipmeter.payout.Api.Answer;
import io.clipmeter.payout.RunningService;
import io.clipmeter.payout.balance.ClipperLedger;
import io.clipmeter.payout.balance.EntryKind;
import io.clipmeter.payout.balance.JournalEntry;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** A clipper who earns, has something held and taken back, within four microseconds. */
class HistoryIT extends RunningService {
  private static final String PATH = "/api/admin/balances?clipperId=";
  @Autowired private ClipperLedger ledger;
  @Autowired private TransactionTemplate transaction;
  private final String clipper = newClipper();

  @BeforeEach
  void post() {
    post("0.000001", EntryKind.ACCRUAL, "10", "USD");
    post("0.000002", EntryKind.PENDING_ACCRUAL, "5", "USD");
    post("0.000002", EntryKind.ACCRUAL, "7", "EUR");
    post("0.000003", EntryKind.CLAWBACK, "4", "USD");
    post("0.000003", EntryKind.HOLD, "1", "USD");
  }

  @ParameterizedTest(name = "at {0}: {1}")
  @CsvSource({
    "0.000000, ''",
    "0.000001, USD 10.00 0.00 10.00",
    "0.0000019, USD 10.00 0.00 10.00",
    "0.000002, EUR 7.00 0.00 7.00; USD 15.00 5.00 10.00",
    "0.000003, EUR 7.00 0.00 7.00; USD 11.00 6.00 5.00",
    "5.000000, EUR 7.00 0.00 7.00; USD 11.00 6.00 5.00"
  })
  void theBalancesOfAnInstant(String second, String balances) {
    assertThat(balances("&at=" + at(second))).isEqualTo(balances);
  }

  @Test
  void withoutAnInstantItIsNowAndAsTheClipperSeesIt() {
    assertThat(balances("")).isEqualTo("EUR 7.00 0.00 7.00; USD 11.00 6.00 5.00");
    assertThat(clipper(clipper).balance("USD")).isEqualTo("11.00/0.00/0.00/5.00");
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource({
    "'', 200",
    "&at=2999-01-01T00:00:00Z, 422",
    "&at=%2B999999999-01-01T00:00:00Z, 422",
    "&at=-999999999-01-01T00:00:00Z, 200",
    "&at=yesterday, 400"
  })
  void refusesWhatIsNoInstant(String query, int status) {
    assertThat(admin("anna").get(PATH + clipper + query).status()).isEqualTo(status);
  }

  @Test
  void onlyAdminsAskAndForSomebody() {
    assertThat(clipper(clipper).get(PATH + clipper).status()).isEqualTo(403);
    assertThat(admin("anna").get(PATH + "%00").status()).isEqualTo(400);
    assertThat(admin("anna").get("/api/admin/balances").status()).isEqualTo(400);
    assertThat(admin("anna").get(PATH + "nobody").json().get("items")).isEmpty();
  }

  private String balances(String query) {
    Answer answer = admin("anna").get(PATH + clipper + query);
    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    return answer
        .json()
        .get("items")
        .valueStream()
        .map(
            item ->
                String.join(
                    " ",
                    item.get("currency").asString(),
                    item.at("/earned/amount").asString(),
                    item.at("/held/amount").asString(),
                    item.at("/available/amount").asString()))
        .collect(Collectors.joining("; "));
  }

  private void post(String second, EntryKind kind, String amount, String currency) {
    JournalEntry entry =
        new JournalEntry(kind, UUID.randomUUID(), clipper, Money.of(amount, currency));
    transaction.executeWithoutResult(status -> ledger.post(List.of(entry), at(second)));
  }

  private static Instant at(String second) {
    return Instant.parse("2025-11-01T12:00:0" + second + "Z");
  }
}
