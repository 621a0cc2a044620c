package io.clipmeter.payout.request;

import static io.clipmeter.payout.AtOnce.atOnce;
import static org.assertj.core.api.Assertions.assertThat;

import io.clipmeter.payout.Api;
import io.clipmeter.payout.Api.Answer;
import io.clipmeter.payout.RunningService;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;

/**
 * Thirty-two threads over one clipper's money, as long as {@code -Drace.seconds=} says: whatever
 * each of them is answered, the sums are exact.
 */
class ClipperRaceIT extends RunningService {
  private static final Logger LOG = LoggerFactory.getLogger(ClipperRaceIT.class);
  private static final int THREADS = 32;
  private static final Duration FOR = Duration.ofSeconds(Integer.getInteger("race.seconds", 4));
  private static final List<Integer> ANSWERS = List.of(200, 201, 409, 422);
  private static final int ROUNDS_MAX = 1000;
  private static final Set<String> OPEN = Set.of("REQUESTED", "APPROVED", "SENDING", "UNKNOWN");
  private final String id = newClipper();
  private final Queue<String> paid = new ConcurrentLinkedQueue<>();
  private final Map<String, Integer> answers = new ConcurrentHashMap<>();

  private Api boss = as("");

  @Test
  void itIsNeverBelowZeroAndNothingIsPaidTwice() throws Exception {
    Api clipper = clipperWith(id, "100000");
    boss = admin("boss");
    long end = System.nanoTime() + FOR.toNanos();
    List<Integer> rounds = atOnce(THREADS, () -> untilTheEnd(clipper, end));
    LOG.info(
        "{} requests, {} paid: {}", rounds.stream().mapToInt(r -> r).sum(), paid.size(), answers);
    assertThat(rounds).allMatch(each -> each > 0);
    assertThat(paid).as("paid; the answers were %s", answers).isNotEmpty().doesNotHaveDuplicates();
    long micros =
        sql.sql("SELECT paid_micros FROM balance WHERE clipper_id = ?")
            .param(id)
            .query(Long.class)
            .single();
    assertThat(micros).isEqualTo(paid.size() * 20_000_000L);
    assertThat(entries("SETTLE")).isEqualTo(paid.size());
    assertThat(entries("RESERVE")).isEqualTo(entries("SETTLE") + entries("RELEASE") + open());
  }

  private int untilTheEnd(Api clipper, long end) {
    int rounds = 0;
    do {
      Answer answer = anything(clipper);
      answers.merge(answer.status() + " " + kind(answer), 1, Integer::sum);
      assertThat(answer.status()).as(answer.text()).isIn(ANSWERS);
      rounds++;
    } while (System.nanoTime() < end || (paid.isEmpty() && rounds < ROUNDS_MAX));
    return rounds;
  }

  private static String kind(Answer answer) {
    return answer.json().path(answer.status() < 400 ? "status" : "type").asString("");
  }

  /** Whoever waited for the lock is older than its neighbours, so an open one may not be first. */
  private static JsonNode openOrNewest(Api clipper) {
    JsonNode all = clipper.get("/api/clippers/payout-requests?pageSize=10").json().path("items");
    return all.valueStream()
        .filter(each -> OPEN.contains(each.path("status").asString()))
        .findFirst()
        .orElse(all.path(0));
  }

  private Answer anything(Api clipper) {
    JsonNode one = openOrNewest(clipper);
    UUID payout =
        one.isMissingNode() ? UUID.randomUUID() : UUID.fromString(one.get("id").asString());
    return switch (ThreadLocalRandom.current().nextInt(one.isMissingNode() ? 1 : 12)) {
      case 0, 1 -> clipper.requestPayout("20.00");
      case 2, 3, 4 -> boss.approve(payout);
      case 5 -> clipper.cancel(payout);
      case 6 -> boss.reject(payout);
      case 7 -> boss.failByHand(payout);
      default -> pay(payout);
    };
  }

  private Answer pay(UUID payout) {
    Answer answer = boss.pay(payout, "T-" + UUID.randomUUID());
    if (answer.status() == 200) {
      paid.add(payout.toString());
    }
    return answer;
  }

  private int entries(String kind) {
    return sql.sql(
            """
            SELECT count(*) FROM ledger_entry e JOIN payout_request p ON p.id = e.reference
            WHERE p.clipper_id = ? AND e.kind = ?\
            """)
        .params(id, kind)
        .query(Integer.class)
        .single();
  }

  private int open() {
    return sql.sql("SELECT count(*) FROM payout_request WHERE clipper_id = ? AND closed_at IS NULL")
        .param(id)
        .query(Integer.class)
        .single();
  }
}
