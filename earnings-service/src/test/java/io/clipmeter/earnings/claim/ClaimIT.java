package io.clipmeter.earnings.claim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.clipmeter.earnings.Books;
import io.clipmeter.earnings.RunningService;
import io.clipmeter.earnings.Story;
import io.clipmeter.earnings.Wire;
import io.clipmeter.earnings.ledger.OpenTransactions;
import io.clipmeter.events.EarningsStated;
import io.clipmeter.events.EventType;
import io.clipmeter.events.Topic;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;

/** What the payout service is told of the facts of each minute. */
@TestPropertySource(properties = "clipmeter.earnings.claim.every=1h")
class ClaimIT extends RunningService {
  private static final Duration A_MICROSECOND = Duration.of(1, ChronoUnit.MICROS);

  @Autowired ClaimClock clock;
  @Autowired OpenTransactions open;
  @Autowired DataSource database;
  private final String alice = "alice-" + UUID.randomUUID();
  private final String bob = "bob-" + UUID.randomUUID();
  private Instant minute;
  private Books books;

  @BeforeEach
  void begin() {
    clock.look();
    minute = Instant.now().truncatedTo(ChronoUnit.MINUTES).minus(2, ChronoUnit.HOURS);
    books = new Books(jdbc);
    books.run("UPDATE claim_position SET stated_until = ?", Timestamp.from(minute));
  }

  @Test
  void theFactsOfAMinuteAreSummedUpByClipperAndCurrency() {
    Instant next = minute.plus(1, ChronoUnit.MINUTES);
    UUID campaign = books.campaign(1_000_000_000, "USD", minute);
    UUID euros = books.campaign(1_000_000_000, "EUR", minute);
    UUID one = books.clip(campaign, alice);
    UUID two = books.clip(campaign, alice);
    books.settle(campaign, one, 5_000_000, minute);
    books.settle(campaign, two, 250_000, next.minus(A_MICROSECOND));
    books.settle(campaign, two, 1, next);
    books.settle(euros, books.clip(euros, alice), 7_000_000, minute);
    books.settle(campaign, books.clip(campaign, bob), 9_000_000, minute);
    books.adjust(campaign, one, -1_500_000, minute);
    UUID hold = books.hold(campaign, one, 2_000_000, minute);
    books.release(campaign, one, hold, 2_000_000, next);

    await()
        .atMost(Duration.ofSeconds(20))
        .until(
            () -> {
              clock.look();
              return told(alice).size() == 3;
            });
    assertThat(told(alice))
        .extracting(ClaimIT::text)
        .containsExactlyInAnyOrder(
            minute + ": 4 5.25 USD -1.50 2.00 0.00",
            minute + ": 1 7.00 EUR 0.00 0.00 0.00",
            next + ": 2 0.000001 USD 0.00 0.00 2.00");
    assertThat(told(bob))
        .extracting(ClaimIT::text)
        .containsExactly(minute + ": 1 9.00 USD 0.00 0.00 0.00");

    clock.look();
    assertThat(one("SELECT count(*) FROM claim")).isZero();
    assertThat(told(alice)).hasSize(3);
  }

  @Test
  void aSumThatNoAmountHoldsKeepsNobodyElsesMinutesBack() {
    long huge = 900_000_000_000_000_000L;
    UUID campaign = books.campaign(1_000_000_000_000_000_000L, "USD", minute);
    UUID one = books.clip(campaign, alice);
    books.settle(campaign, one, huge, minute);
    for (int again = 0; again < 11; again++) {
      books.release(campaign, one, books.hold(campaign, one, huge, minute), huge, minute);
    }
    books.settle(campaign, books.clip(campaign, bob), 9_000_000, minute);

    await()
        .atMost(Duration.ofSeconds(20))
        .until(
            () -> {
              clock.look();
              return told(bob).size() == 1;
            });
    String most = "9223372036854.775807";
    assertThat(told(alice))
        .extracting(ClaimIT::text)
        .containsExactly(minute + ": 23 900000000000.00 USD 0.00 " + most + " " + most);
  }

  @Test
  void whatIsSettledNowIsPublishedAsTheClaimWillSumItUp() {
    Story story = new Story(UUID.randomUUID());
    UUID clip = UUID.randomUUID();
    UUID round = UUID.randomUUID();
    wire.send(story.changed("100"));
    wire.send(story.approved(clip, alice, 0));
    wire.send(story.observed(round, clip, 4_000));
    wire.send(story.closed(round, 1, 1, 1));
    await().atMost(Duration.ofSeconds(30)).until(() -> accrued(clip).size() == 1);
    String event = accrued(clip).getFirst();
    Instant at = Instant.parse(event.replaceFirst(".*\"accruedAt\":\"([^\"]+)\".*", "$1"));

    Instant settled =
        jdbc.sql("SELECT settled_at FROM settlement WHERE round_id = ?")
            .param(round)
            .query(Timestamp.class)
            .single()
            .toInstant();
    assertThat(EarningsStated.minuteOf(at)).isEqualTo(settled.truncatedTo(ChronoUnit.MINUTES));
  }

  @Test
  void aTransactionThatIsOpenKeepsItsMinuteFromBeingSummedUp() throws SQLException {
    Instant begun;
    try (Connection other = database.getConnection();
        Statement statement = other.createStatement()) {
      other.setAutoCommit(false);
      try (ResultSet row = statement.executeQuery("SELECT now()")) {
        row.next();
        begun = row.getTimestamp(1).toInstant();
      }
      assertThat(open.oldest()).isBeforeOrEqualTo(begun);
      other.rollback();
    }
    await().atMost(Duration.ofSeconds(20)).until(() -> open.oldest().isAfter(begun));
  }

  private List<String> accrued(UUID clip) {
    return wire.all(Topic.EARNINGS.topicName()).stream()
        .filter(r -> Wire.header(r, "ce_type").equals(EventType.EARNINGS_ACCRUED.ceType()))
        .map(org.apache.kafka.clients.consumer.ConsumerRecord::value)
        .filter(value -> value.contains(clip.toString()))
        .toList();
  }

  private List<EarningsStated> told(String clipper) {
    return wire.all(Topic.EARNINGS.topicName()).stream()
        .filter(r -> Wire.header(r, "ce_type").equals(EventType.EARNINGS_STATED.ceType()))
        .filter(r -> r.key().equals(clipper))
        .map(r -> wire.read(r, EarningsStated.class))
        .toList();
  }

  private static String text(EarningsStated stated) {
    return "%s: %d %s %s %s %s %s"
        .formatted(
            stated.minute(),
            stated.facts(),
            stated.accrued().amount(),
            stated.accrued().currency(),
            stated.adjusted().amount(),
            stated.held().amount(),
            stated.released().amount());
  }
}
