package io.clipmeter.tracking.source.apify;

import static org.assertj.core.api.Assertions.assertThat;

import io.clipmeter.events.Platform;
import io.clipmeter.tracking.source.Reading;
import io.clipmeter.tracking.source.VideoRef;
import io.clipmeter.tracking.source.apify.ApifyStub.Call;
import io.clipmeter.tracking.source.apify.ApifyStub.Canned;
import io.clipmeter.tracking.source.call.ProviderFault.Kind;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever goes wrong at Apify: no false number, nobody gone, bounded calls. */
class ApifyFaultsTest {
  private static final VideoRef VIDEO =
      VideoRef.of(Platform.TIKTOK, "7512345", "https://www.tiktok.com/@someone/video/7512345");
  private final ApifyFixture apify = new ApifyFixture();

  @AfterEach
  void close() {
    apify.close();
  }

  @ParameterizedTest(name = "{0} {1}: {2} calls, circuit {3}")
  @CsvSource({
    "400, invalid-input,                        1, CLOSED",
    "400, run-failed,                           1, CLOSED",
    "401, invalid-token,                        1, OPEN",
    "402, not-enough-usage-to-run-paid-actor,   1, OPEN",
    "402, x402-payment-required,                1, OPEN",
    "402, actor-memory-limit-exceeded,          3, CLOSED",
    "403, platform-feature-disabled,            1, OPEN",
    "403, actor-is-not-rented,                  1, CLOSED",
    "403, insufficient-permissions,             1, CLOSED",
    "403, something-else,                       1, OPEN",
    "404, record-not-found,                     1, CLOSED",
    "408, run-timeout-exceeded,                 2, CLOSED",
    "413, request-too-large,                    1, CLOSED",
    "429, rate-limit-exceeded,                  3, CLOSED",
    "500, internal-server-error,                2, CLOSED",
    "502, bad-gateway,                          2, CLOSED",
    "504, gateway-timeout,                      2, CLOSED",
    "503, unavailable,                          3, CLOSED"
  })
  void anErrorAtTheStartIsRepeatedOnlyWhereThatHelps(
      int status, String type, int calls, CircuitBreaker.State circuit) {
    apify.stub.item(VIDEO, ApifyItems.good(VIDEO, 5));
    apify.stub.next(Call.START, same(3, Canned.error(status, type)));

    assertThat(read()).isInstanceOf(Reading.Unknown.class);

    assertThat(apify.stub.seen(Call.START)).hasSize(calls);
    assertThat(apify.breakers.circuitBreaker("apify").getState()).isEqualTo(circuit);
  }

  @ParameterizedTest
  @ValueSource(ints = {408, 429, 500, 502, 503, 504})
  void aFaultThatPassesIsNotNoticed(int status) {
    apify.stub.item(VIDEO, ApifyItems.good(VIDEO, 5));
    apify.stub.next(Call.POLL, same(2, Canned.error(status, "x")));
    apify.stub.next(Call.ITEMS, same(2, Canned.error(status, "x")));

    assertThat(read()).isInstanceOf(Reading.Ok.class);
  }

  @ParameterizedTest(name = "{0} answered {1}")
  @CsvSource({"POLL, 429", "POLL, 500", "POLL, 503", "ITEMS, 429", "ITEMS, 500", "ITEMS, 503"})
  void aRunThatIsPaidIsNotLostByALookThatFails(Call call, int status) {
    apify.stub.item(VIDEO, ApifyItems.good(VIDEO, 5));
    apify.stub.next(call, same(4, Canned.error(status, "x")));

    assertThat(read()).isInstanceOf(Reading.Ok.class);
    assertThat(apify.stub.seen(Call.START)).hasSize(1);
    assertThat(apify.stub.seen(Call.ABORT)).isEmpty();
  }

  @Test
  void aRunThatNobodyMayLookAtIsStopped() {
    apify.stub.next(Call.POLL, Canned.error(404, "record-not-found"));

    assertThat(read()).isInstanceOf(Reading.Unknown.class);
    assertThat(apify.stub.seen(Call.ABORT)).hasSize(1);
  }

  @Test
  void theTimeThatApifyAsksForIsWaited() {
    apify.stub.item(VIDEO, ApifyItems.good(VIDEO, 5));
    apify.stub.next(
        Call.START, new Canned(429, "application/json", "{}", Map.of("Retry-After", "1")));

    long before = System.nanoTime();
    assertThat(read()).isInstanceOf(Reading.Ok.class);

    assertThat(Duration.ofNanos(System.nanoTime() - before))
        .isGreaterThanOrEqualTo(Duration.ofSeconds(1));
  }

  @Test
  void aTimeThatIsTooLongIsNotWaitedAndNotDisregarded() {
    apify.stub.next(
        Call.START, new Canned(503, "application/json", "{}", Map.of("Retry-After", "3600")));

    assertThat(read()).isInstanceOf(Reading.Unknown.class);
    assertThat(apify.stub.seen(Call.START)).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[{\"id\":\"7512345\",\"playCount\":}]",
        "[{\"id\":\"7512345\",\"playCount\":1",
        "[{\"id\":\"7512345\",\"playCount\":1}",
        "[{\"id\":\"7512345\",\"playCount\":1},",
        "[{\"id\":\"7512345\",\"playCount\":1}][{\"id\":\"7512345\",\"playCount\":2}]",
        "[{\"id\":\"7512345\",\"playCount\":1}]\n<html>",
        "<html><body>Bad gateway</body></html>",
        "",
        "{}",
        "null",
        "{\"error\":{\"type\":\"x\",\"message\":\"y\"}}"
      })
  void itemsThatAreNoItemsAreAskedForAgainAndThenUnknown(String body) {
    apify.stub.next(Call.ITEMS, same(3, Canned.json(200, body)));

    assertThat(read()).isInstanceOf(Reading.Unknown.class);
    assertThat(apify.stub.seen(Call.ITEMS)).hasSize(3);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"data\":{\"id\":\"run1\"",
        "<html></html>",
        "{\"data\":{}}",
        "{\"data\":{\"id\":\"../../x\",\"defaultDatasetId\":\"d\",\"status\":\"READY\"}}",
        "{\"data\":{\"id\":\"r\",\"defaultDatasetId\":\"d\",\"status\":\"NEW-STATUS\"}}"
      })
  void aRunWhoseStartWasNotAnsweredIsFoundAndNotStartedAgain(String body) {
    apify.stub.item(VIDEO, ApifyItems.good(VIDEO, 5));
    apify.stub.begunButAnswered(Canned.json(201, body));

    assertThat(read()).isInstanceOf(Reading.Ok.class);
    assertThat(apify.stub.seen(Call.START)).hasSize(1);
  }

  @Test
  void aRunThatAGatewayLostTheAnswerOfIsFoundAndNotPaidTwice() {
    apify.stub.item(VIDEO, ApifyItems.good(VIDEO, 5));
    apify.stub.begunButAnswered(Canned.error(502, "bad-gateway"));

    assertThat(read()).isInstanceOf(Reading.Ok.class);
    assertThat(apify.stub.seen(Call.START)).hasSize(1);
  }

  @Test
  void aRunThatDidNotBeginIsStartedAgain() {
    apify.stub.item(VIDEO, ApifyItems.good(VIDEO, 5));
    apify.stub.next(Call.START, Canned.error(408, "run-timeout-exceeded"));

    assertThat(read()).isInstanceOf(Reading.Ok.class);
    assertThat(apify.stub.seen(Call.START)).hasSize(2);
  }

  @Test
  void whereItCannotBeLookedUpNoSecondRunIsStarted() {
    apify.stub.next(Call.START, Canned.error(408, "run-timeout-exceeded"));
    apify.stub.next(Call.RUNS, same(3, Canned.error(500, "x")));

    assertThat(read()).isInstanceOf(Reading.Unknown.class);
    assertThat(apify.stub.seen(Call.START)).hasSize(1);
  }

  @Test
  void aRunOfOtherVideosIsNotTakenForOurs() {
    VideoRef other = VideoRef.of(Platform.TIKTOK, "7599999", VIDEO.url().replace("12345", "99999"));
    apify.stub.item(VIDEO, ApifyItems.good(VIDEO, 5));
    apify.source.read(List.of(other));
    apify.stub.next(Call.START, Canned.error(408, "run-timeout-exceeded"));

    assertThat(read()).isInstanceOf(Reading.Ok.class);
    assertThat(apify.stub.seen(Call.START)).hasSize(3);
  }

  @ParameterizedTest
  @ValueSource(strings = {"FAILED", "TIMED-OUT", "ABORTED"})
  void aRunThatFailedGivesWhatItHasAndNobodyIsGone(String status) {
    VideoRef other = VideoRef.of(Platform.TIKTOK, "7599999", VIDEO.url().replace("12345", "99999"));
    apify.stub.item(VIDEO, ApifyItems.good(VIDEO, 5));
    apify.stub.item(other, ApifyItems.notFound(other));
    apify.stub.statuses("RUNNING", status);

    VideoRef none = VideoRef.of(Platform.TIKTOK, "7588888", VIDEO.url().replace("12345", "88888"));
    apify.stub.item(none, null);
    var readings = apify.source.read(List.of(VIDEO, other, none));

    assertThat(readings.of(VIDEO.key())).isInstanceOf(Reading.Ok.class);
    assertThat(List.of(readings.of(other.key()), readings.of(none.key())))
        .as("as if Apify had not been there")
        .allMatch(reading -> reading instanceof Reading.Unknown said && said.fault() == Kind.LOST);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "text/plain",
        "text/html; charset=ISO-8859-1",
        "application/json; charset=UTF-16",
        "application/octet-stream",
        "nonsense"
      })
  void whatAnAnswerIsCalledDoesNotChangeWhatItSays(String contentType) {
    apify.stub.next(
        Call.ITEMS,
        new Canned(
            200,
            contentType,
            "[{\"id\":\"7512345\",\"playCount\":5,\"text\":\"\u00e9t\u00e9\"}]",
            Map.of()));

    assertThat(read())
        .isInstanceOfSatisfying(
            Reading.Ok.class, ok -> assertThat(ok.facts().caption()).isEqualTo("\u00e9t\u00e9"));
  }

  @Test
  void aRunThatNeverEndsIsStoppedAndWhatItHasIsTaken() {
    apify.stub.item(VIDEO, ApifyItems.good(VIDEO, 5));
    apify.stub.statuses("RUNNING");

    assertThat(read()).isInstanceOf(Reading.Ok.class);
    assertThat(apify.stub.seen(Call.ABORT)).hasSize(1);
  }

  @Test
  void aRunThatIsSlowIsWaitedFor() {
    apify.stub.item(VIDEO, ApifyItems.good(VIDEO, 5));
    apify.stub.statuses("READY", "RUNNING", "RUNNING", "RUNNING", "SUCCEEDED");

    assertThat(read()).isInstanceOf(Reading.Ok.class);
  }

  @Test
  void nobodyThereIsUnknownAndSoonNotEvenAsked() {
    apify.close();
    for (int i = 0; i < 5; i++) {
      assertThat(read()).isInstanceOf(Reading.Unknown.class);
    }

    assertThat(apify.breakers.circuitBreaker("apify").getState())
        .isEqualTo(CircuitBreaker.State.OPEN);
    assertThat(apify.meters.get("clipmeter.tracking.provider.calls").timer().count()).isEqualTo(10);
  }

  @Test
  void callsAreCountedByWhatCameOfThem() {
    apify.stub.item(VIDEO, ApifyItems.good(VIDEO, 5));
    apify.stub.next(Call.ITEMS, Canned.error(429, "rate-limit-exceeded"));

    read();

    assertThat(count("items", "busy")).isEqualTo(1);
    assertThat(count("items", "ok")).isEqualTo(1);
    assertThat(count("start", "ok")).isEqualTo(1);
  }

  private long count(String call, String result) {
    return apify
        .meters
        .get("clipmeter.tracking.provider.calls")
        .tags("source", "apify", "call", call, "result", result)
        .timer()
        .count();
  }

  private Reading read() {
    return apify.source.read(List.of(VIDEO)).of(VIDEO.key());
  }

  private static Canned[] same(int times, Canned answer) {
    Canned[] answers = new Canned[times];
    Arrays.fill(answers, answer);
    return answers;
  }
}
