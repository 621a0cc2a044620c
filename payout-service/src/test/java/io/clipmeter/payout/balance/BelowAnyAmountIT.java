package io.clipmeter.payout.balance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.clipmeter.money.Money;
import io.clipmeter.payout.Api;
import io.clipmeter.payout.Api.Answer;
import io.clipmeter.payout.RunningService;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

/** A clipper of whom so much was taken back and held that what is available fits no amount. */
class BelowAnyAmountIT extends RunningService {
  private static final String LEAST = "-9223372036854.775808";

  @Autowired private ClipperLedger ledger;
  @Autowired private TransactionTemplate transaction;
  @Autowired private LedgerWatch watch;
  @Autowired private LedgerInvariants invariants;
  @Autowired private JdbcClient jdbc;
  private final String id = newClipper();
  private final UUID hold = UUID.randomUUID();
  private UUID payout = hold;

  @BeforeEach
  void takeBackAndHold() {
    payout = clipperWith(id, "100").requestPayout("20.00").id();
    post(EntryKind.CLAWBACK, UUID.randomUUID(), Money.ofMicros(Long.MAX_VALUE, "USD"));
    post(EntryKind.HOLD, hold, Money.of("200", "USD"));
  }

  /** Other tests have the same database. */
  @AfterEach
  void release() {
    post(EntryKind.UNHOLD, hold, Money.of("200", "USD"));
  }

  @Test
  void isNoFaultOfTheBooksAndKeepsNobodyFromLookingAtThem() {
    assertThatCode(watch::look).doesNotThrowAnyException();
    assertThat(invariants.differing()).isEmpty();
  }

  @Test
  void isShownAsTheLeastThatAnAmountCanBe() {
    Api anna = admin("anna");
    assertThat(clipper(id).balance("USD")).endsWith("/" + LEAST);
    assertThat(shown(anna.get("/api/admin/balances?clipperId=" + id)).at("/items/0/available"))
        .hasToString("{\"amount\":\"" + LEAST + "\",\"currency\":\"USD\"}");
    assertThat(
            shown(anna.get("/api/admin/payout-requests/" + payout))
                .at("/available/amount")
                .asString())
        .isEqualTo(LEAST);
  }

  @Test
  void isNotPayableAndStopsNobodyElse() {
    String other = newClipper();
    clipperWith(other, "30");

    assertThat(shown(as(CRON_SECRET).get("/api/cron/payout-calculation?pageSize=1000")).toString())
        .contains(other)
        .doesNotContain(id);
    assertThat(admin("anna").approve(payout).problem()).isEqualTo("balance-below-zero");
  }

  @Test
  void mayNotLeaveNorKeepOthersFromLeaving() {
    String other = newClipper();
    clipperWith(other, "30");

    List<@Nullable String> leaving =
        jdbc.sql("SELECT clipper_id FROM balance WHERE money_may_leave(clipper_id, currency)")
            .query(String.class)
            .list();
    assertThat(leaving).contains(other).doesNotContain(id);
  }

  private static JsonNode shown(Answer answer) {
    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    return answer.json();
  }

  private void post(EntryKind kind, UUID reference, Money amount) {
    JournalEntry entry = new JournalEntry(kind, reference, id, amount);
    transaction.executeWithoutResult(status -> ledger.post(List.of(entry), Instant.now()));
  }
}
