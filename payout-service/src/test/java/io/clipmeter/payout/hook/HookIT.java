package io.clipmeter.payout.hook;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.clipmeter.payout.paypal.PayPalStage;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Calls of PayPal: signed, heard once, and believed in nothing. */
class HookIT extends PayPalStage {
  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private static final String PLACE = "/v1/notifications/certs/";
  private static final String TIME = "2026-03-01T12:00:00Z";
  private static final TestCertificate CERTIFICATE =
      TestCertificate.with("-keysize", "2048", "-validity", "30");

  @LocalServerPort private int ownPort;
  private final String id = newClipper();
  private final String event = "WH-" + UUID.randomUUID();
  private UUID payout = UUID.randomUUID();

  @BeforeAll
  static void publish() {
    SERVER.certificates.put("CERT-ours", CERTIFICATE.pem());
    SERVER.certificates.put(
        "CERT-old",
        TestCertificate.with("-keysize", "2048", "-startdate", "-10d", "-validity", "5").pem());
  }

  @BeforeEach
  void send() {
    payout = approved(id);
    tick();
    later();
    assertThat(status(payout)).isEqualTo("PAID");
    untilItsCertificateIsKnown();
  }

  @Test
  void aCallHasPayPalAskedAndNothingElse() {
    assertThat(askedFor()).isFalse();
    assertThat(call(item("FAILED"))).isEqualTo(200);
    assertThat(askedFor()).isTrue();
    assertThat(status(payout)).isEqualTo("PAID");
  }

  @Test
  void theSameCallIsHeardOnce() {
    assertThat(call(item("SUCCEEDED"))).isEqualTo(200);
    sql.sql("UPDATE paypal_payment SET ask_at = NULL WHERE payout_id = ?").param(payout).update();
    assertThat(call(item("SUCCEEDED"))).isEqualTo(200);
    assertThat(askedFor()).isFalse();
  }

  @Test
  void aCallAboutABatchIsHeardToo() {
    String batch =
        """
        {"id":"%s","event_type":"PAYMENT.PAYOUTSBATCH.SUCCESS","resource":{"batch_header":\
        {"sender_batch_header":{"sender_batch_id":"%s"}}}}\
        """
            .formatted(event, payout);
    assertThat(call(batch)).isEqualTo(200);
    assertThat(askedFor()).isTrue();
  }

  @Test
  void aCallAboutWhatIsNotOursIsHeardAndDoesNothing() {
    assertThat(call("{\"id\":\"" + event + "\",\"resource\":{}}")).isEqualTo(200);
    assertThat(call(item("SUCCEEDED").replace(payout.toString(), UUID.randomUUID().toString())))
        .isEqualTo(200);
    assertThat(askedFor()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"payout_batch_id\":\"BATCH\",\"payout_item\":{\"sender_item_id\":\"PAYOUT\"}}",
        "{\"batch_header\":{\"payout_batch_id\":\"BATCH\",\"sender_batch_header\":{\"sender_batch_id\":\"PAYOUT\"}}}"
      })
  void aCallTellsOfTheBatchWhoseIdGotLost(String resource) {
    UUID lost = approved(newClipper());
    lose();
    tick();
    String told = resource.replace("PAYOUT", lost.toString());
    assertThat(call(event(told.replace("BATCH", "no batch")))).isEqualTo(200);
    assertThat(call(event(told.replace("BATCH", batchId(payout))))).isEqualTo(200);
    // The service's own clock says when to ask.
    clock.advance(Duration.ofDays(3650));
    tick();
    assertThat(status(lost)).isEqualTo("UNKNOWN");

    assertThat(call(event(told.replace("BATCH", batchId(lost))))).isEqualTo(200);
    assertThat(status(lost)).isEqualTo("UNKNOWN");
    tick();
    assertThat(status(lost)).isEqualTo("PAID");
    assertThat(SERVER.orders(lost)).isEqualTo(1);
  }

  @Test
  void whatPayPalDoesNotSayOfTheBatchItselfIsNotBelieved() {
    UUID lost = approved(newClipper());
    lose();
    tick();
    String resource =
        "{\"payout_batch_id\":\"NONE-OF-THEM\",\"payout_item\":{\"sender_item_id\":\"%s\"},"
            + "\"transaction_status\":\"FAILED\"}";
    assertThat(call(event(resource.formatted(lost)))).isEqualTo(200);
    clock.advance(Duration.ofDays(3650));
    tick();
    assertThat(status(lost)).isEqualTo("UNKNOWN");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "paypal-transmission-id",
        "paypal-transmission-time",
        "paypal-transmission-sig",
        "paypal-cert-url",
        "paypal-auth-algo"
      })
  void withoutOneOfItsHeadersACallIsNotHeard(String missing) {
    Map<String, String> headers = signed(item("FAILED"));
    headers.remove(missing);
    assertThat(post(item("FAILED"), headers)).isEqualTo(401);
    assertThat(askedFor()).isFalse();
  }

  @Test
  void whatIsChangedOnTheWayIsNotHeard() {
    Map<String, String> headers = signed(item("FAILED"));
    assertThat(post(item("FAILED") + " ", headers)).isEqualTo(401);
    headers.put("paypal-transmission-time", "2026-03-01T12:00:01Z");
    assertThat(post(item("FAILED"), headers)).isEqualTo(401);
    assertThat(askedFor()).isFalse();
  }

  @Test
  void aCallForAnotherWebhookIsNotHeard() {
    String body = item("FAILED");
    Map<String, String> headers = signed(body);
    headers.put(
        "paypal-transmission-sig", CERTIFICATE.sign("tid", TIME, "WH-OTHER", body.getBytes(UTF_8)));
    assertThat(post(body, headers)).isEqualTo(401);
  }

  @ParameterizedTest
  @CsvSource({
    "https://evil.example/v1/notifications/certs/CERT-ours",
    "HERE.evil.example/v1/notifications/certs/CERT-ours",
    "HERE@evil.example/v1/notifications/certs/CERT-ours",
    "HERE/v1/notifications/certs/../../CERT-ours",
    "HERE/v1/notifications/certs/CERT-ours?x=1",
    "HERE/v1/oauth2/token",
    "CERT-ours"
  })
  void aCertificateFromElsewhereIsNotEvenFetched(String url) {
    int asked = SERVER.certificatesAsked.get();
    Map<String, String> headers = signed(item("FAILED"));
    headers.put("paypal-cert-url", url.replace("HERE", SERVER.url().toString()));
    assertThat(post(item("FAILED"), headers)).isEqualTo(401);
    assertThat(SERVER.certificatesAsked).hasValue(asked);
  }

  @ParameterizedTest
  @ValueSource(strings = {"CERT-old", "CERT-nobody"})
  void anExpiredOrMissingCertificateProvesNothing(String name) {
    Map<String, String> headers = signed(item("FAILED"));
    headers.put("paypal-cert-url", SERVER.url() + PLACE + name);
    assertThat(post(item("FAILED"), headers)).isEqualTo(401);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "{", "[]", "{}", "{\"id\":\"\"}", "{\"id\":{}}", "{\"id\":\"a b\"}"})
  void whatIsNoCallIsRefused(String body) {
    assertThat(call(body)).isIn(400, 401);
  }

  @Test
  void aCallHasALimit() {
    assertThat(call("{\"id\":\"" + "x".repeat(100_000) + "\"}")).isEqualTo(413);
  }

  /** Strangers cannot have many fetched: there is one at most in a second. */
  private void untilItsCertificateIsKnown() {
    String probe = "{\"id\":\"WH-" + UUID.randomUUID() + "\"}";
    Awaitility.await().atMost(Duration.ofSeconds(10)).until(() -> call(probe) == 200);
  }

  private boolean askedFor() {
    // Not only because of the look at what is closed, which is due by the stage's clock of 2020.
    return sql.sql(
            "SELECT coalesce(ask_at > '2021-01-01', false) FROM paypal_payment WHERE payout_id = ?")
        .param(payout)
        .query(Boolean.class)
        .single();
  }

  private String item(String what) {
    return """
    {"id":"%s","event_type":"PAYMENT.PAYOUTS-ITEM.%s","resource":{"transaction_status":"%s",\
    "payout_item":{"sender_item_id":"%s"}}}\
    """
        .formatted(event, what, what, payout);
  }

  private static String event(String resource) {
    return "{\"id\":\"WH-" + UUID.randomUUID() + "\",\"resource\":" + resource + "}";
  }

  private int call(String body) {
    return post(body, signed(body));
  }

  private static Map<String, String> signed(String body) {
    Map<String, String> headers = new TreeMap<>();
    headers.put("paypal-transmission-id", "tid");
    headers.put("paypal-transmission-time", TIME);
    headers.put(
        "paypal-transmission-sig", CERTIFICATE.sign("tid", TIME, "WH-OURS", body.getBytes(UTF_8)));
    headers.put("paypal-cert-url", SERVER.url() + PLACE + "CERT-ours");
    headers.put("paypal-auth-algo", "SHA256withRSA");
    return headers;
  }

  private int post(String body, Map<String, String> headers) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create("http://localhost:" + ownPort + "/api/webhooks/paypal"))
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(body));
    headers.forEach(request::header);
    try {
      return HTTP.send(request.build(), BodyHandlers.discarding()).statusCode();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
