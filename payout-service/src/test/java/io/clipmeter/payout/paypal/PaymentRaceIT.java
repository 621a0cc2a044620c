package io.clipmeter.payout.paypal;

import static org.assertj.core.api.Assertions.assertThat;

import io.clipmeter.chassis.problem.ProblemException;
import io.clipmeter.money.Money;
import io.clipmeter.payout.EarningsTopic;
import io.clipmeter.payout.EarningsTopic.Said;
import io.clipmeter.payout.paypal.PayPalServer.Fault;
import io.clipmeter.payout.request.RequestDoor;
import io.clipmeter.payout.review.ReviewDoor;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/**
 * Many payouts through a PayPal that loses answers, with instances that are killed between two
 * states. {@code -Drace.payouts=100000} makes a long one of it, {@code -Dtrials.seed=} repeats one.
 */
class PaymentRaceIT extends PayPalStage {
  private static final int PAYOUTS = Integer.getInteger("race.payouts", 2000);
  private static final int THREADS = 16;
  private static final int PERCENT = 100;
  private static final int TICKS_MAX = 200_000;
  private final long seed = Long.getLong("trials.seed", 20261121L);
  @Autowired private ApplicationContext service;
  private final Queue<UUID> payouts = new ConcurrentLinkedQueue<>();

  /** An instance ends here: nothing after this line happens. */
  private static final class Killed extends Error {
    private static final long serialVersionUID = 1L;

    Killed() {
      super("killed", null, false, false);
    }
  }

  /** Calls on behalf of an instance that is killed now and then, before or after the call. */
  private final class Mortal implements PayPal {
    private final PayPal paypal = impatient();
    private final Random random;

    Mortal(long seed) {
      this.random = new Random(seed);
    }

    @Override
    public String account() {
      return paypal.account();
    }

    @Override
    public boolean ready() {
      return paypal.ready();
    }

    @Override
    public Sent send(Order order) {
      mayDie(5);
      Sent answer = paypal.send(order);
      mayDie(5);
      return answer;
    }

    @Override
    public Found look(String batchId, UUID payoutId, Money amount) {
      mayDie(2);
      Found answer = paypal.look(batchId, payoutId, amount);
      mayDie(2);
      return answer;
    }

    private void mayDie(int percent) {
      synchronized (random) {
        if (random.nextInt(PERCENT) < percent) {
          throw new Killed();
        }
      }
    }
  }

  @Test
  void everyPayoutIsPaidOnceOrProvablyNot() throws Exception {
    List<String> clippers = IntStream.range(0, PAYOUTS).mapToObj(each -> newClipper()).toList();
    earn(clippers);
    inThreads(clippers, this::requestAndApprove);
    assertThat(payouts).hasSize(PAYOUTS);
    payPalIsUnwell();
    inThreads(IntStream.range(0, THREADS).boxed().toList(), this::payUntilAllIsProven);
    Set<String> paid = new HashSet<>();
    for (String line : ends()) {
      assertThat(line).matches(".* (PAID|FAILED)");
      if (line.endsWith(" PAID")) {
        paid.add(line.split(" ", -1)[0]);
      }
    }
    assertThat(chargedTwice(clippers)).isEmpty();
    assertThat(paid).isEqualTo(successful());
    assertThat(paid.size()).isBetween(PAYOUTS / 2, PAYOUTS - 1);
    assertThat(belowZeroOrReserved(clippers)).isZero();
  }

  private void earn(List<String> clippers) {
    try (EarningsTopic topic = new EarningsTopic(engines)) {
      topic.say(
          clippers.stream()
              .map(clipper -> EarningsTopic.accrual(UUID.randomUUID(), clipper, "25", "USD"))
              .toArray(Said[]::new));
    }
    Awaitility.await()
        .atMost(Duration.ofMinutes(2))
        .until(() -> earnedMicros(clippers.getLast(), "USD") > 0 && allHaveEarned(clippers.size()));
  }

  private boolean allHaveEarned(int clippers) {
    return sql.sql("SELECT count(*) FROM balance WHERE earned_micros = 25000000")
            .query(Integer.class)
            .single()
        >= clippers;
  }

  /** A quarter of the requests is sent twice at once, under one key. */
  private Void requestAndApprove(String id) throws Exception {
    Callable<Optional<UUID>> asking = () -> ask(id);
    if (Math.floorMod(id.hashCode(), 4) == 0) {
      try (ExecutorService both = Executors.newVirtualThreadPerTaskExecutor()) {
        List<UUID> made = new ArrayList<>();
        for (Future<Optional<UUID>> answer : both.invokeAll(List.of(asking, asking))) {
          answer.get().ifPresent(made::add);
        }
        assertThat(Set.copyOf(made)).hasSize(1);
      }
    }
    UUID payout = ask(id).orElseThrow();
    new ReviewDoor(service).approve("boss", payout);
    payouts.add(payout);
    return null;
  }

  /** Empty where the same request is being handled at this moment. */
  private Optional<UUID> ask(String id) {
    try {
      return Optional.of(new RequestDoor(service).ask(id, "key", "20.00"));
    } catch (ProblemException refused) {
      assertThat(refused.type().slug()).isEqualTo("idempotency-key-in-flight");
      return Optional.empty();
    }
  }

  /** A third of all orders goes wrong, by the payout's id and the number of the call. */
  private void payPalIsUnwell() {
    ConcurrentHashMap<String, Random> draws = new ConcurrentHashMap<>();
    SERVER.sending =
        id -> {
          Random random =
              draws.computeIfAbsent(
                  id, key -> new Random(seed + key.hashCode() * 0x9E3779B97F4A7C15L));
          synchronized (random) {
            return random.nextInt(3) > 0 ? Fault.NONE : fault(random);
          }
        };
    SERVER.looking =
        id -> {
          Random random =
              draws.computeIfAbsent(
                  id, key -> new Random(seed + key.hashCode() * 0x9E3779B97F4A7C15L));
          synchronized (random) {
            return random.nextInt(PERCENT) < 10 ? Fault.ERROR_BEFORE : Fault.NONE;
          }
        };
    SERVER.becoming =
        id ->
            switch (Math.floorMod(id.hashCode(), 10)) {
              case 0 -> looks -> "FAILED";
              case 1 -> looks -> looks < 3 ? "UNCLAIMED" : "RETURNED";
              case 2, 3, 4 -> looks -> looks < 3 ? "PENDING" : "SUCCESS";
              case 5 -> looks -> looks < 2 ? "BLOCKED" : "SUCCESS";
              default -> looks -> "SUCCESS";
            };
  }

  /** A call without an answer costs time, so there are fewer of these. */
  private static Fault fault(Random random) {
    Fault[] faults = Fault.values();
    Fault drawn = faults[1 + random.nextInt(faults.length - 1)];
    boolean silent = drawn == Fault.SILENT_AFTER || drawn == Fault.SILENT_BEFORE;
    return silent && random.nextInt(PERCENT) >= 20 ? Fault.RESET_AFTER : drawn;
  }

  private Void payUntilAllIsProven(int instance) {
    PayPalRunner runner = runner(new Mortal(seed + instance));
    for (int tick = 0; tick < TICKS_MAX && open() > 0; tick++) {
      if (runner.tick() == 0) {
        clock.advance(Duration.ofSeconds(30));
      }
    }
    return null;
  }

  /** Of this test's payouts: others leave theirs open. */
  private int open() {
    return sql.sql(
            "SELECT count(*) FROM payout_request WHERE status IN ('APPROVED', 'SENDING',"
                + " 'UNKNOWN') AND id = ANY (:ours::uuid[])")
        .param("ours", payouts.toArray(UUID[]::new))
        .query(Integer.class)
        .single();
  }

  private List<String> ends() {
    Set<UUID> ours = Set.copyOf(payouts);
    return sql
        .sql("SELECT id, status FROM payout_request")
        .query((row, n) -> row.getString("id") + " " + row.getString("status"))
        .list()
        .stream()
        .filter(line -> ours.contains(UUID.fromString(line.substring(0, 36))))
        .toList();
  }

  /** The payouts that PayPal has paid, as its own books say. */
  private Set<String> successful() {
    Set<UUID> ours = Set.copyOf(payouts);
    Set<String> successful = new HashSet<>();
    SERVER.batches.forEach(
        (id, batch) -> {
          if (ours.contains(UUID.fromString(id)) && batch.statusNow().equals("SUCCESS")) {
            successful.add(id);
          }
        });
    return successful;
  }

  private static List<String> chargedTwice(List<String> clippers) {
    return clippers.stream()
        .filter(
            clipper -> {
              AtomicInteger charges = SERVER.charges.get(clipper + "@example.com");
              return charges != null && charges.get() > 1;
            })
        .toList();
  }

  /** Of this test's clippers: others leave money reserved. */
  private int belowZeroOrReserved(List<String> clippers) {
    return sql.sql(
            """
            SELECT count(*) FROM balance WHERE clipper_id = ANY (:ours)
               AND (reserved_micros <> 0
                OR earned_micros - held_micros - reserved_micros - paid_micros < 0)\
            """)
        .param("ours", clippers.toArray(String[]::new))
        .query(Integer.class)
        .single();
  }

  private static <T> void inThreads(List<T> all, Work<T> work) throws Exception {
    Queue<T> waiting = new ConcurrentLinkedQueue<>(all);
    try (ExecutorService threads = Executors.newFixedThreadPool(THREADS)) {
      List<Future<?>> running = new ArrayList<>();
      for (int thread = 0; thread < THREADS; thread++) {
        running.add(
            threads.submit(
                () -> {
                  for (T next = waiting.poll(); next != null; next = waiting.poll()) {
                    Void _ = work.on(next);
                  }
                  return null;
                }));
      }
      for (Future<?> each : running) {
        each.get();
      }
    }
  }

  /** What is done to each. */
  @FunctionalInterface
  private interface Work<T> {
    Void on(T each) throws Exception;
  }
}
