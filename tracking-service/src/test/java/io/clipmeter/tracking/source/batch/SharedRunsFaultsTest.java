package io.clipmeter.tracking.source.batch;

import static org.assertj.core.api.Assertions.assertThat;

import io.clipmeter.events.Platform;
import io.clipmeter.tracking.source.Reading;
import io.clipmeter.tracking.source.Readings;
import io.clipmeter.tracking.source.call.ProviderFault;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Whatever goes wrong: each caller hears of it, and nobody else. */
@Timeout(45)
class SharedRunsFaultsTest {
  private final Callers callers = new Callers();

  @AfterEach
  void end() {
    callers.close();
  }

  @Test
  void aRunThatFailsFailsForEachCallerAndForNobodyElse() throws Exception {
    callers.source.shared(4, 1);
    AtomicInteger count = new AtomicInteger();
    callers.source.before(videos -> callers.source.outage(count.incrementAndGet() == 1));
    SharedRuns runs = callers.runs(Callers.EVER, Callers.EVER);

    Future<Readings> one = callers.ask(runs, 0, 2);
    Callers.awaitWaiting(runs, 1);
    Future<Readings> other = callers.ask(runs, 2, 4);

    for (Future<Readings> each : List.of(one, other)) {
      assertThat(each.get().answers()).hasSize(2);
      assertThat(each.get().answers().values())
          .containsOnly(Reading.failed(new ProviderFault(ProviderFault.Kind.DOWN, "outage")));
    }
    Future<Readings> next = callers.ask(runs, 0, 4);
    assertThat(next.get().answers().values()).allMatch(Reading.Ok.class::isInstance);
  }

  @Test
  void aFaultInTheAdapterIsAnAnswerAndFreesItsPlace() throws Exception {
    callers.source.shared(2, 1);
    AtomicBoolean faulty = new AtomicBoolean(true);
    callers.source.before(
        videos -> {
          if (faulty.getAndSet(false)) {
            throw new IllegalStateException("a fault");
          }
        });
    SharedRuns runs = callers.runs(Callers.EVER, Callers.EVER);

    assertThat(callers.ask(runs, 0, 2).get().answers().values()).containsOnly(Reading.faulty());
    assertThat(callers.ask(runs, 0, 2).get().answers().values())
        .allMatch(Reading.Ok.class::isInstance);
  }

  @Test
  void whoGivesUpWaitingIsNotAskedFor() throws Exception {
    callers.source.shared(3, 1);
    SharedRuns runs = callers.runs(Callers.EVER, Callers.EVER);
    CompletableFuture<Readings> given = new CompletableFuture<>();
    Thread impatient =
        Thread.ofVirtual()
            .start(
                () ->
                    given.complete(
                        runs.read(callers.source, Platform.TIKTOK, callers.shown(0, 2))));
    Callers.awaitWaiting(runs, 2);

    impatient.interrupt();
    assertThat(given.get().answers().values())
        .containsOnly(Reading.failed(new ProviderFault(ProviderFault.Kind.LOST, "interrupted")))
        .hasSize(2);
    Readings patient = callers.ask(runs, 2, 5).get();

    assertThat(patient.answers()).hasSize(3);
    assertThat(callers.source.asked()).hasSize(1);
    assertThat(callers.source.asked(Callers.videos(0, 1).getFirst().key())).isZero();
  }

  @Test
  void atTheEndWhoWaitsIsToldAndNobodyIsTakenOn() throws Exception {
    callers.source.shared(10, 1);
    SharedRuns runs = callers.runs(Callers.EVER, Callers.EVER);
    Future<Readings> waiting = callers.ask(runs, 0, 2);
    Callers.awaitWaiting(runs, 2);

    runs.close();

    assertThat(waiting.get().answers()).hasSize(2);
    assertThat(waiting.get().answers().values())
        .containsOnly(
            Reading.failed(new ProviderFault(ProviderFault.Kind.LOST, "the service stops")));
    assertThat(callers.ask(runs, 0, 1).get().answers().values())
        .containsOnly(
            Reading.failed(new ProviderFault(ProviderFault.Kind.LOST, "the service stops")));
    assertThat(callers.source.asked()).isEmpty();
  }
}
