package io.clipmeter.tracking.source;

import static org.assertj.core.api.Assertions.assertThat;

import io.clipmeter.events.Platform;
import io.clipmeter.tracking.source.call.Purpose;
import io.clipmeter.tracking.source.usage.PartSettings;
import io.clipmeter.tracking.source.usage.RunPlaces;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ChunksTest {
  private final AtomicBoolean late = new AtomicBoolean();

  @ParameterizedTest
  @EnumSource(Purpose.class)
  void whatForIsKnownInEachOfItsThreads(Purpose purpose) {
    Set<Purpose> known = ConcurrentHashMap.newKeySet();
    Chunks chunks =
        Chunks.of(
            List.of(
                VideoRef.of(Platform.TIKTOK, "1", "https://t/1"),
                VideoRef.of(Platform.TIKTOK, "2", "https://t/2")),
            1);

    purpose.get(
        () ->
            chunks.inParallel(
                new RunPlaces(2, new PartSettings(0)),
                videos -> {
                  known.add(Purpose.current());
                  return Map.of();
                }));

    assertThat(known).containsExactly(purpose);
  }

  @Test
  void moneyDoesNotWaitForThePlacesThatPeopleHold() throws Exception {
    RunPlaces places = new RunPlaces(5, new PartSettings(80));
    CountDownLatch asked = new CountDownLatch(1);
    CountDownLatch answered = new CountDownLatch(1);
    Thread people =
        Thread.ofVirtual()
            .start(() -> each(20).inParallel(places, videos -> later(asked, answered)));
    assertThat(asked.await(10, TimeUnit.SECONDS)).isTrue();

    CountDownLatch together = new CountDownLatch(4);
    Purpose.MONEY.get(
        () ->
            each(4)
                .inParallel(
                    places,
                    videos -> {
                      together.countDown();
                      return later(asked, together);
                    }));

    answered.countDown();
    people.join();
    assertThat(late).as("somebody waited in vain").isFalse();
  }

  private static Chunks each(int videos) {
    return Chunks.of(
        IntStream.range(0, videos)
            .mapToObj(id -> VideoRef.of(Platform.TIKTOK, "" + id, "https://t/" + id))
            .toList(),
        1);
  }

  private Map<VideoKey, Reading> later(CountDownLatch asked, CountDownLatch answered) {
    asked.countDown();
    try {
      if (!answered.await(5, TimeUnit.SECONDS)) {
        late.set(true);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return Map.of();
  }
}
