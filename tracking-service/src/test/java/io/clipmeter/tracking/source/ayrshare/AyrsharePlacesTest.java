package io.clipmeter.tracking.source.ayrshare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.clipmeter.events.Platform;
import io.clipmeter.testing.SettableClock;
import io.clipmeter.tracking.source.VideoRef;
import io.clipmeter.tracking.source.ViewSource;
import io.clipmeter.tracking.source.call.ChargeSettings;
import io.clipmeter.tracking.source.call.ProviderFault;
import io.clipmeter.tracking.source.call.Purpose;
import io.clipmeter.tracking.source.connected.ConnectedAccount.Profile;
import io.clipmeter.tracking.source.connected.FakeAccounts;
import io.clipmeter.tracking.source.connected.QuickCalls;
import io.clipmeter.tracking.source.instagram.FakeMediaIds;
import io.clipmeter.tracking.source.usage.PartSettings;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** Posts are read while a round reads clips: the places are one provider's, not one reader's. */
class AyrsharePlacesTest {
  private final AyrshareStub stub = new AyrshareStub();
  private final SettableClock clock = SettableClock.at("2026-03-01T12:00:00Z");
  private final AyrshareClient client =
      new AyrshareClient(
          new AyrshareSettings(
              stub.uri(), "the-key", 5, 20, QuickCalls.SETTINGS, ChargeSettings.FREE),
          new PartSettings(80),
          QuickCalls.calls("ayrshare"),
          new JsonMapper(),
          clock);
  private final ViewSource source =
      new AyrshareViewSource(new FakeAccounts(), client, new FakeMediaIds(), clock);

  @AfterEach
  void close() {
    stub.close();
  }

  @Test
  void clipsFindAPlaceThoughPostsHoldAllThatPostsMay() throws Exception {
    CountDownLatch held = new CountDownLatch(1);
    stub.hold(held);
    List<Thread> readers = new ArrayList<>();
    for (int i = 0; i < 10; i++) {
      String post = "p-" + i;
      readers.add(Thread.ofVirtual().start(() -> read(post)));
    }
    await().during(Duration.ofMillis(300)).until(() -> stub.mostAtOnce() == 1);

    readers.add(Thread.ofVirtual().start(() -> Purpose.MONEY.get(() -> source.read(clips()))));

    await().until(() -> stub.mostAtOnce() == 5);
    held.countDown();
    for (Thread reader : readers) {
      reader.join();
    }
    assertThat(stub.seen()).hasSize(20);
  }

  @Test
  void whoeverAsksSharesThem() throws Exception {
    CountDownLatch held = new CountDownLatch(1);
    stub.hold(held);
    List<Thread> readers = new ArrayList<>();
    readers.add(Thread.ofVirtual().start(() -> Purpose.MONEY.get(() -> source.read(clips()))));
    for (int i = 0; i < 5; i++) {
      String post = "p-" + i;
      readers.add(Thread.ofVirtual().start(() -> read(post)));
    }
    await().during(Duration.ofMillis(300)).until(() -> stub.mostAtOnce() == 5);

    held.countDown();
    for (Thread reader : readers) {
      reader.join();
    }

    assertThat(stub.seen()).hasSize(15);
    assertThat(stub.mostAtOnce()).isEqualTo(5);
  }

  private static List<VideoRef> clips() {
    return IntStream.range(0, 10)
        .mapToObj(n -> "752435445276204000" + n)
        .map(id -> VideoRef.of(Platform.TIKTOK, id, "https://www.tiktok.com/@someone/video/" + id))
        .toList();
  }

  private void read(String post) {
    try {
      client.post(post, Set.of(Platform.TIKTOK), new Profile(UUID.randomUUID(), "b-key"));
    } catch (ProviderFault notFound) {
      // No post is known here: how many are asked for at once is what counts.
    }
  }
}
