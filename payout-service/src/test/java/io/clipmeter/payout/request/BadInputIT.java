package io.clipmeter.payout.request;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.clipmeter.payout.Api;
import io.clipmeter.payout.Api.Answer;
import io.clipmeter.payout.RunningService;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever is sent, the answer is a problem with a stable type, and nothing has happened. */
class BadInputIT extends RunningService {
  private static final String REQUEST = "/api/clippers/payout-request";
  private final String id = newClipper();

  @BeforeEach
  void earn() {
    clipperWith(id, "100");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          -1                    | USD   | 400 | invalid-request
          +20                   | USD   | 400 | invalid-request
          1e999                 | USD   | 400 | invalid-request
          2e1                   | USD   | 400 | invalid-request
          20,00                 | USD   | 400 | invalid-request
          ' 20'                 | USD   | 400 | invalid-request
          020                   | USD   | 400 | invalid-request
          20.                   | USD   | 400 | invalid-request
          .5                    | USD   | 400 | invalid-request
          NaN                   | USD   | 400 | invalid-request
          0x14                  | USD   | 400 | invalid-request
          ''                    | USD   | 400 | invalid-request
          20.0000000            | USD   | 400 | invalid-request
          20\\u0000             | USD   | 400 | invalid-request
          20\\n                 | USD   | 400 | invalid-request
          ٢٠                    | USD   | 400 | invalid-request
          9999999999999         | USD   | 400 | invalid-request
          99999999999999999999  | USD   | 400 | invalid-request
          20.00                 | usd   | 400 | invalid-request
          20.00                 | US    | 400 | invalid-request
          20.00                 | USDD  | 400 | invalid-request
          20.00                 | U\\u0000D | 400 | invalid-request
          20.00                 | ''    | 400 | invalid-request
          20.00                 | ZZZ   | 422 | currency-unknown
          20.00                 | XTS   | 422 | currency-unknown
          20.00                 | XAU   | 422 | currency-unknown
          20.001                | USD   | 422 | amount-not-payable
          20.000001             | USD   | 422 | amount-not-payable
          0.000001              | USD   | 422 | amount-not-payable
          20.001                | EUR   | 422 | amount-not-payable
          0                     | USD   | 422 | amount-below-minimum
          0.00                  | USD   | 422 | amount-below-minimum
          19.99                 | USD   | 422 | amount-below-minimum
          299999.99             | IDR   | 422 | amount-below-minimum
          100.01                | USD   | 422 | insufficient-balance
          999999999999.99       | IDR   | 422 | amount-above-maximum
          999999999999.99       | USD   | 422 | amount-above-maximum
          20                    | JPY   | 422 | currency-unknown
          20.00                 | EUR   | 422 | insufficient-balance
          10000.01              | USD   | 422 | amount-above-maximum
          """)
  void anAmountThatCannotBePaidIsRefused(
      String amount, String currency, int status, String problem) {
    assertRefused(
        post(
            """
            {"amount":{"amount":"%s","currency":"%s"},"method":"PAYPAL",\
            "details":{"email":"a@example.com"}}\
            """
                .formatted(amount, currency)),
        status,
        problem);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "null",
        "[]",
        "20",
        "\"text\"",
        "{",
        "{\"amount\":",
        "{\"amount\":{\"amount\":\"20.00\",\"currency\":\"USD\",\"x\":1},\"method\":\"PAYPAL\",\"details\":{\"email\":\"a@example.com\"}}",
        "{\"amount\":{\"amount\":\"20.00\",\"currency\":\"USD\"},\"method\":\"PAYPAL\",\"details\":{\"email\":\"a@example.com\"},\"status\":\"PAID\"}",
        "{\"amount\":{\"amount\":\"20.00\",\"currency\":\"USD\"},\"method\":0,\"details\":{\"email\":\"a@example.com\"}}",
        "{\"amount\":{\"amount\":[\"20.00\"],\"currency\":\"USD\"},\"method\":\"PAYPAL\",\"details\":{\"email\":\"a@example.com\"}}",
        "{\"amount\":{\"amount\":{},\"currency\":\"USD\"},\"method\":\"PAYPAL\",\"details\":{\"email\":\"a@example.com\"}}",
        "{\"amount\":\"20.00\",\"method\":\"PAYPAL\",\"details\":{\"email\":\"a@example.com\"}}",
        "{\"amount\":{\"amount\":\"20.00\",\"currency\":\"USD\"},\"method\":\"PAYPAL\",\"details\":\"a@example.com\"}",
        "{\"amount\":{\"amount\":\"20.00\",\"currency\":\"USD\"},\"method\":\"PAYPAL\",\"details\":{\"email\":\"a@example.com\"}}"
            + " x",
        "{\"amount\":1e999999999}",
        "{\"amount\":{\"amount\":25,\"currency\":\"USD\"},\"method\":\"PAYPAL\",\"details\":{}}",
        "{\"amount\":{\"amount\":-20.5,\"currency\":\"USD\"},\"method\":\"PAYPAL\",\"details\":{}}",
        "{\"amount\":{\"amount\":\"20.00\",\"amount\":\"21.00\",\"currency\":\"USD\"},\"method\":\"PAYPAL\",\"details\":{}}"
      })
  void aBodyOfAnotherShapeIsRefused(String body) {
    assertRefused(post(body), 400, "unreadable-body");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{\"amount\":null,\"method\":\"PAYPAL\",\"details\":{\"email\":\"a@example.com\"}}",
        "{\"amount\":{\"amount\":null,\"currency\":\"USD\"},\"method\":\"PAYPAL\",\"details\":{}}",
        "{\"amount\":{\"amount\":\"20.00\"},\"method\":\"PAYPAL\",\"details\":{}}",
        "{\"amount\":{\"amount\":\"20.00\",\"currency\":\"USD\"},\"details\":{}}",
        "{\"amount\":{\"amount\":\"20.00\",\"currency\":\"USD\"},\"method\":\"PAYPAL\"}"
      })
  void aMissingPartIsNamed(String body) {
    Answer answer = post(body);
    assertRefused(answer, 400, "invalid-request");
    assertThat(answer.json().get("errors")).isNotEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          PAYPAL | {}                                                     | details.email
          PAYPAL | {"email":null}                                         | details.email
          PAYPAL | {"email":""}                                           | details.email
          PAYPAL | {"email":"anna"}                                       | details.email
          PAYPAL | {"email":"anna@"}                                      | details.email
          PAYPAL | {"email":"anna@localhost"}                             | details.email
          PAYPAL | {"email":"anna@-a.com"}                                | details.email
          PAYPAL | {"email":"anna@a..com"}                                | details.email
          PAYPAL | {"email":"an na@example.com"}                          | details.email
          PAYPAL | {"email":"a@b@example.com"}                            | details.email
          PAYPAL | {"email":"anna\\u0000@example.com"}                    | details.email
          PAYPAL | {"email":"anna@example.com\\n"}                        | details.email
          PAYPAL | {"email":"anna@example.com\\r\\nBcc: x@example.com"}   | details.email
          PAYPAL | {"email":"a@example.com","iban":"DE89370400440532013000"} | details.iban
          PAYPAL | {"email":"a@example.com","accountHolder":"Anna"}       | details.accountHolder
          BANK   | {}                                                     | details.iban
          BANK   | {"iban":"DE89370400440532013001","accountHolder":"A"}  | details.iban
          BANK   | {"iban":"DE00","accountHolder":"A"}                    | details.iban
          BANK   | {"iban":"DE8937040044053201300\\u0000","accountHolder":"A"} | details.iban
          BANK   | {"iban":"DE89370400440532013000"}                      | details.accountHolder
          BANK   | {"iban":"DE89370400440532013000","accountHolder":""}   | details.accountHolder
          BANK   | {"iban":"DE89370400440532013000","accountHolder":"  "} | details.accountHolder
          BANK   | {"iban":"DE89370400440532013000","accountHolder":"A\\u0000"} | details.accountHolder
          BANK   | {"iban":"DE89370400440532013000","accountHolder":"\\ud800"}  | details.accountHolder
          BANK   | {"iban":"DE89370400440532013000","accountHolder":"A","email":"a@example.com"} | details.email
          """)
  void detailsThatDoNotSayWhereAreRefused(String method, String details, String field) {
    Answer answer =
        post(
            """
            {"amount":{"amount":"20.00","currency":"USD"},"method":"%s","details":%s}\
            """
                .formatted(method, details));
    assertRefused(answer, 422, "payout-details-invalid");
    assertThat(answer.json().get("field").asString()).isEqualTo(field);
  }

  @Test
  void refusalsCarryTheFigureThatHelps() {
    Api clipper = clipper(id);
    assertThat(clipper.requestPayout("20.019").json().get("payable").toString())
        .isEqualTo("{\"amount\":\"20.01\",\"currency\":\"USD\"}");
    assertThat(clipper.requestPayout("19.99").json().get("minimum").toString())
        .isEqualTo("{\"amount\":\"20.00\",\"currency\":\"USD\"}");
    assertThat(clipper.requestPayout("100.01").json().get("available").toString())
        .isEqualTo("{\"amount\":\"100.00\",\"currency\":\"USD\"}");
    Answer first = clipper.requestPayout("20.00");
    Answer second = clipper.requestPayout("20.00");
    assertThat(second.json().get("payoutId")).isEqualTo(first.json().get("id"));
    clipper.cancel(first.id());
  }

  @Test
  void aHugeOrDeepBodyIsRefused() {
    String email = "a".repeat(1_000_000) + "@example.com";
    assertRefused(post(Api.paypal("20.00", email)), 400, "invalid-request");
    assertRefused(post("[".repeat(100_000)), 400, "unreadable-body");
    assertRefused(
        post("{\"amount\":{\"amount\":\"" + "9".repeat(100_000) + "\"}}"), 400, "invalid-request");
  }

  @ParameterizedTest
  @ValueSource(strings = {"text/plain", "application/xml", "application/x-www-form-urlencoded"})
  void anotherContentTypeIsRefused(String contentType) {
    byte[] body = Api.paypal("20.00", "a@example.com").getBytes(UTF_8);
    assertRefused(
        clipper(id).post(REQUEST, "key", contentType, body), 415, "unsupported-media-type");
  }

  @Test
  void bytesThatAreNoTextAreRefused() {
    byte[] body = {(byte) 0xC3, (byte) 0x28, 0, 1, 2};
    assertRefused(
        clipper(id).post(REQUEST, "key", "application/json", body), 400, "unreadable-body");
  }

  @Test
  void aKeyIsNeededAndHasALimit() {
    String body = Api.paypal("20.00", "a@example.com");
    assertRefused(clipper(id).post(REQUEST, body), 400, "idempotency-key-required");
    assertRefused(clipper(id).post(REQUEST, "  ", body), 400, "idempotency-key-required");
    assertRefused(
        clipper(id).post(REQUEST, "k".repeat(256), body), 400, "idempotency-key-required");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "status=paid", "status=0", "status=PAID,REJECTED", "pageSize=0", "pageSize=101",
        "pageSize=-1", "pageSize=1e3", "pageToken=x", "pageToken=%00", "pageToken=AAAA",
        "currency=usd", "currency=%00"
      })
  void aListOfWhatDoesNotExistIsRefused(String query) {
    assertClientError(clipper(id).get("/api/clippers/payout-requests?" + query));
    assertClientError(admin("boss").get("/api/admin/payout-requests?" + query));
  }

  @ParameterizedTest
  @ValueSource(strings = {"1", "x%0a", "..", "0f3b-", "00000000-0000-0000-0000-00000000000g"})
  void anIdThatIsNoneIsRefused(String payout) {
    assertClientError(clipper(id).get("/api/clippers/payout-requests/" + payout));
    assertClientError(clipper(id).post("/api/clippers/payout-requests/" + payout + "/cancel", ""));
    assertClientError(admin("boss").get("/api/admin/payout-requests/" + payout));
    assertClientError(
        admin("boss")
            .post(
                "/api/admin/payout-requests/" + payout + "/process",
                "key",
                "{\"action\":\"APPROVE\"}"));
  }

  /** The web server itself refuses these, before any of our code can put it better. */
  @ParameterizedTest
  @ValueSource(strings = {"%00", "..%2f", "%5c"})
  void aPathThatIsNoneIsRefused(String path) {
    assertThat(clipper(id).get("/api/clippers/payout-requests/" + path).status()).isEqualTo(400);
  }

  private Answer post(String body) {
    return clipper(id).post(REQUEST, UUID.randomUUID().toString(), body);
  }

  private void assertRefused(Answer answer, int status, String problem) {
    assertThat(answer.text()).isNotEmpty();
    assertThat(answer.problem()).isEqualTo(problem);
    assertThat(answer.status()).isEqualTo(status);
    assertThat(answer.contentType()).isEqualTo("application/problem+json");
    assertThat(clipper(id).balance("USD")).isEqualTo("100.00/0.00/0.00/100.00");
  }

  private static void assertClientError(Answer answer) {
    assertThat(answer.status()).isBetween(400, 499);
    assertThat(answer.contentType()).isEqualTo("application/problem+json");
    assertThat(answer.problem()).isNotEmpty();
  }
}
