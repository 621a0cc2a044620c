package io.clipmeter.links.shortlink;

import static org.assertj.core.api.Assertions.assertThat;

import io.clipmeter.events.Platform;
import io.clipmeter.links.VideoUrl.ShortLink;
import io.clipmeter.links.shortlink.Resolution.Obstacle;
import io.clipmeter.links.shortlink.Resolution.Resolved;
import io.clipmeter.links.shortlink.Resolution.Unreachable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;
import javax.net.ssl.SSLContext;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Names, servers and answers that mean harm. */
class HostileAnswersTest {
  private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
  private static final String PAGE = "https://www.tiktok.com/@a/video/7400000000000000011";
  private static final String ASKED = "vm.tiktok.com/ZMabc12de/";
  private static final ShortLink LINK =
      new ShortLink(Platform.TIKTOK, "ZMabc12de", "https://" + ASKED);
  private static final ShortLinkLimits PATIENT = new ShortLinkLimits(Duration.ofSeconds(30), 3, 8);
  private static final ShortLinkLimits HASTY = new ShortLinkLimits(Duration.ofMillis(500), 3, 1);
  private static final Predicate<InetAddress> ANY = address -> true;
  private static final Predicate<InetAddress> PUBLIC =
      address -> AddressPolicy.isPublic(address.getAddress());

  private final PlatformStage stage = new PlatformStage();

  @AfterEach
  void end() throws IOException {
    stage.close();
  }

  @Test
  void aNameThatStandsForThisMachineIsNotConnectedTo() {
    stage.onRedirect(ASKED, PAGE);
    assertThat(resolve(PATIENT, here(), PUBLIC)).isEqualTo(new Unreachable(Obstacle.ADDRESS));
    assertThat(stage.connections()).isZero();
  }

  @Test
  void oneAddressThatIsNotPublicSpoilsAll() {
    NameLookup mixed =
        (host, port) ->
            List.of(stage.address(), new InetSocketAddress(address("bad", 10, 0, 0, 1), port));
    Predicate<InetAddress> onlyHere = InetAddress::isLoopbackAddress;
    assertThat(resolve(PATIENT, mixed, onlyHere)).isEqualTo(new Unreachable(Obstacle.ADDRESS));
    assertThat(resolve(PATIENT, (host, port) -> List.of(), ANY))
        .isEqualTo(new Unreachable(Obstacle.ADDRESS));
    assertThat(stage.connections()).isZero();
  }

  /** Told apart by their names: the good address leads to one server, the bad one to another. */
  @Test
  void aNameThatChangesItsMindAfterTheCheckIsNeverConnectedTo() throws IOException {
    try (PlatformStage inside = new PlatformStage()) {
      AtomicInteger lookups = new AtomicInteger();
      NameLookup rebinding =
          (host, port) ->
              lookups.getAndIncrement() == 0
                  ? List.of(named("public", stage))
                  : List.of(named("private", inside));
      Predicate<InetAddress> allowed = address -> address.getHostName().equals("public");
      stage.onRedirect(ASKED, "/ZM2222222/");
      stage.onRedirect("vm.tiktok.com/ZM2222222/", PAGE);
      inside.onRedirect(ASKED, PAGE);
      inside.onRedirect("vm.tiktok.com/ZM2222222/", PAGE);
      assertThat(resolve(PATIENT, rebinding, allowed)).isEqualTo(new Unreachable(Obstacle.ADDRESS));
      assertThat(stage.asked()).containsExactly(ASKED);
      assertThat(inside.connections()).isZero();
      assertThat(lookups).as("one for each connection").hasValue(2);
    }
  }

  @Test
  void aCertificateForAnotherHostIsNone() {
    stage.onRedirect(ASKED, "https://m.tiktok.com/t/ZM2222222/");
    stage.onRedirect("m.tiktok.com/t/ZM2222222/", PAGE);
    assertThat(resolve(PATIENT, here(), ANY)).isEqualTo(new Unreachable(Obstacle.NO_ANSWER));
    assertThat(stage.asked()).containsExactly(ASKED);
  }

  @Test
  void aCertificateThatNobodySignedIsNone() throws NoSuchAlgorithmException {
    stage.onRedirect(ASKED, PAGE);
    try (ShortLinks links =
        new ShortLinks(new CheckedNames(here(), ANY), SSLContext.getDefault(), PATIENT, () -> {})) {
      assertThat(links.resolve(LINK, NOW)).isEqualTo(new Unreachable(Obstacle.NO_ANSWER));
    }
    assertThat(stage.asked()).isEmpty();
  }

  @Test
  void headersWithoutEndAreNotReadToTheirEnd() {
    stage.on(ASKED, "HTTP/1.1 301 Moved", "X-Long: " + "x".repeat(9_000), "Location: " + PAGE);
    assertThat(resolve(PATIENT, here(), ANY)).isEqualTo(new Unreachable(Obstacle.NO_ANSWER));
    stage.on(ASKED, "HTTP/1.1 301 Moved", "X: y\r\n".repeat(200) + "Location: " + PAGE);
    assertThat(resolve(PATIENT, here(), ANY)).isEqualTo(new Unreachable(Obstacle.NO_ANSWER));
  }

  @Test
  void aBodyWithoutEndIsNotRead() {
    AtomicLong written = new AtomicLong();
    CountDownLatch cut = new CountDownLatch(1);
    byte[] head =
        ("HTTP/1.1 301 Moved\r\nLocation: " + PAGE + "\r\nContent-Length: 9999999999\r\n\r\n")
            .getBytes(StandardCharsets.UTF_8);
    stage.on(
        ASKED,
        out -> {
          out.write(head);
          try {
            while (true) {
              out.write(new byte[8_192]);
              written.addAndGet(8_192);
            }
          } finally {
            cut.countDown();
          }
        });
    assertThat(resolve(PATIENT, here(), ANY)).isInstanceOf(Resolved.class);
    Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> cut.getCount() == 0);
    assertThat(written.get()).as("what fits into buffers").isLessThan(32 << 20);
  }

  @Test
  void whoSaysNothingOrDripsIsNotWaitedFor() {
    stage.on(ASKED, stage::stall);
    assertThat(resolve(HASTY, here(), ANY)).isEqualTo(new Unreachable(Obstacle.TIMEOUT));
    stage.on(ASKED, stage::drip);
    assertThat(resolve(HASTY, here(), ANY)).isEqualTo(new Unreachable(Obstacle.TIMEOUT));
  }

  @Test
  void namesThatNobodyTellsAreNotWaitedFor() {
    CountDownLatch never = new CountDownLatch(1);
    NameLookup silent =
        (host, port) -> {
          try {
            never.await();
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
          throw new UnknownHostException(host);
        };
    assertThat(resolve(HASTY, silent, ANY)).isEqualTo(new Unreachable(Obstacle.TIMEOUT));
    NameLookup unknown =
        (host, port) -> {
          throw new UnknownHostException(host);
        };
    assertThat(resolve(PATIENT, unknown, ANY)).isEqualTo(new Unreachable(Obstacle.NO_ANSWER));
  }

  /** Each letter of a drip is in time: only whoever ends it frees the place. */
  @Test
  void beyondTheLinksThatAreFollowedAtOnceNobodyWaitsAndAllPlacesComeBack() {
    stage.on(ASKED, stage::drip);
    ShortLinkLimits one = new ShortLinkLimits(Duration.ofSeconds(2), 3, 1);
    try (ShortLinks links = links(one, here(), ANY)) {
      var first = CompletableFuture.supplyAsync(() -> links.resolve(LINK, NOW));
      Awaitility.await().until(() -> !stage.asked().isEmpty());
      assertThat(links.resolve(LINK, NOW)).isEqualTo(new Unreachable(Obstacle.BUSY));
      assertThat(first.join()).isEqualTo(new Unreachable(Obstacle.TIMEOUT));
      stage.onRedirect(ASKED, PAGE);
      Awaitility.await()
          .atMost(Duration.ofSeconds(30))
          .until(() -> links.resolve(LINK, NOW) instanceof Resolved);
    }
  }

  private Resolution resolve(
      ShortLinkLimits limits, NameLookup names, Predicate<InetAddress> allowed) {
    try (ShortLinks links = links(limits, names, allowed)) {
      return links.resolve(LINK, NOW);
    }
  }

  private static ShortLinks links(
      ShortLinkLimits limits, NameLookup names, Predicate<InetAddress> allowed) {
    return new ShortLinks(new CheckedNames(names, allowed), TestTls.context(), limits, () -> {});
  }

  private NameLookup here() {
    return (host, port) -> List.of(stage.address());
  }

  private static InetSocketAddress named(String name, PlatformStage where) {
    return new InetSocketAddress(address(name, 127, 0, 0, 1), where.address().getPort());
  }

  private static InetAddress address(String name, int... bytes) {
    try {
      byte[] address = new byte[bytes.length];
      for (int i = 0; i < bytes.length; i++) {
        address[i] = (byte) bytes[i];
      }
      return InetAddress.getByAddress(name, address);
    } catch (UnknownHostException e) {
      throw new AssertionError(e);
    }
  }
}
