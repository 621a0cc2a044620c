package io.clipmeter.tracking.source.usage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.clipmeter.tracking.source.call.ProviderFault;
import io.clipmeter.tracking.source.call.Purpose;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RunPlacesTest {

  @ParameterizedTest(name = "of {0}, {1} % kept: {2} for people")
  @CsvSource({"1, 80, 1", "5, 80, 1", "10, 80, 2", "5, 0, 5", "50, 99, 1"})
  void peopleHoldAtMostTheirPartAndMoneyHasTheRest(int all, int kept, int forPeople)
      throws Exception {
    RunPlaces places = new RunPlaces(all, new PartSettings(kept));
    AtomicInteger people = new AtomicInteger();
    List<Thread> waiting = new ArrayList<>();
    for (int i = 0; i < all + 1; i++) {
      waiting.add(
          Thread.ofVirtual()
              .start(
                  () -> {
                    try {
                      places.take();
                      people.incrementAndGet();
                    } catch (ProviderFault interrupted) {
                      // It waited until the end of the test.
                    }
                  }));
    }
    await()
        .until(
            () ->
                waiting.stream().filter(t -> t.getState() == Thread.State.WAITING).count()
                    == all + 1 - forPeople);

    for (int i = 0; i < all - forPeople; i++) {
      Purpose.MONEY.get(places::take);
    }

    assertThat(people).hasValue(forPeople);
    for (Thread thread : waiting) {
      thread.interrupt();
      thread.join();
    }
    assertThat(people).hasValue(forPeople);
  }

  @Test
  void whatIsGivenBackIsThereForTheNext() {
    RunPlaces places = new RunPlaces(1, new PartSettings(80));
    for (int i = 0; i < 3; i++) {
      places.take().close();
      Purpose.MONEY.get(places::take).close();
    }

    Thread.currentThread().interrupt();
    assertThatThrownBy(places::take).isInstanceOf(ProviderFault.class);
    assertThat(Thread.interrupted()).isTrue();
    places.take().close();
  }
}
