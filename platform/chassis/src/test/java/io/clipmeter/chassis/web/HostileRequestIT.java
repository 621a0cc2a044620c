package io.clipmeter.chassis.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.clipmeter.testing.TestTokens;
import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HostileRequestIT extends HttpStage {
  @ParameterizedTest
  @ValueSource(strings = {"", " ", "two words", "a\0b", "caf\u00e9", "new\nline"})
  void aTokenThatNamesNobodyIsNoToken(String subject) throws Exception {
    assertProblem(
        send(request(PROBES, TestTokens.clipper(subject)).GET().build()), 401, "unauthenticated");
  }

  @Test
  void asLongAsASubjectMayBe() throws Exception {
    String longest = "x".repeat(255);

    assertThat(send(request(PROBES, TestTokens.clipper(longest)).GET().build()).statusCode())
        .isEqualTo(200);
    assertProblem(
        send(request(PROBES, TestTokens.clipper(longest + "x")).GET().build()),
        401,
        "unauthenticated");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "GET /api/clippers/[x] HTTP/1.1",
        "GET /api/%zz HTTP/1.1",
        "GET /api/%00 HTTP/1.1",
        "GET /api/..%2f..%2fetc HTTP/1.1",
        "GET /a b HTTP/1.1",
        "G@T /api HTTP/1.1",
        "GET /api//clippers/probes;x=1 HTTP/1.1"
      })
  void whatIsNoRequestIsAProblemToo(String line) throws IOException {
    try (Socket socket = new Socket("localhost", port)) {
      socket.setSoTimeout(10_000);
      String request = line + "\r\nHost: localhost\r\nConnection: close\r\n\r\n";
      socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
      String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      assertThat(answer).startsWith("HTTP/1.1 4");
      assertThat(answer).contains("application/problem+json").contains("clipmeter.io/problems/");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "multipart/form-data",
        "multipart/mixed",
        "*/*",
        "application/*",
        "application/*+json",
        "application/yaml",
        "text/plain",
        "application/x-www-form-urlencoded",
        "rubbish"
      })
  void aBodyOfAnotherTypeIsRefused(String contentType) throws Exception {
    HttpRequest request =
        request(PROBES, TestTokens.clipper("cleo"))
            .setHeader("Content-Type", contentType)
            .header("Idempotency-Key", "typed")
            .POST(HttpRequest.BodyPublishers.ofString("{\"n\":1,\"name\":\"a\"}"))
            .build();

    assertProblem(send(request), 415, "unsupported-media-type");
  }

  @Test
  void jsonWithACharsetIsJson() throws Exception {
    HttpRequest request =
        request(PROBES, TestTokens.clipper("cleo"))
            .setHeader("Content-Type", "application/json; charset=utf-8")
            .header("Idempotency-Key", "charset")
            .POST(HttpRequest.BodyPublishers.ofString("{\"n\":1,\"name\":\"a\"}"))
            .build();

    assertThat(send(request).statusCode()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(strings = {"garbage", "text/html", "application/pdf", "*/"})
  void aProblemIsAProblemWhateverIsAccepted(String accept) throws Exception {
    HttpResponse<String> answer =
        send(
            request(PROBES + "/not-an-id", TestTokens.clipper("cleo"))
                .header("Accept", accept)
                .GET()
                .build());

    assertThat(answer.statusCode()).isBetween(400, 499);
    assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
    assertThat(answer.body()).contains("https://clipmeter.io/problems/");
  }
}
