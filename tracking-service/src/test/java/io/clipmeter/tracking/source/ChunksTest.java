package io.clipmeter.tracking.source;

import static org.assertj.core.api.Assertions.assertThat;

import io.clipmeter.events.Platform;
import io.clipmeter.tracking.source.call.Purpose;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ChunksTest {
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
                new Semaphore(2),
                videos -> {
                  known.add(Purpose.current());
                  return Map.of();
                }));

    assertThat(known).containsExactly(purpose);
  }
}
