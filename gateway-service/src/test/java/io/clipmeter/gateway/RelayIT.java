package io.clipmeter.gateway;

import static io.clipmeter.gateway.Client.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clipmeter.gateway.StubService.Seen;
import io.clipmeter.gateway.route.Backend;
import io.clipmeter.testing.TestTokens;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RelayIT extends WithStubs {
  private static final String PATH = "/api/clippers/payout-request";
  private static final int LIMIT = 1024 * 1024;
  private final String token = TestTokens.clipper("cleo");
  private final StubService payout = stub(Backend.PAYOUT);

  @Test
  void aRequestArrivesAsItWasSent() throws Exception {
    client.send(
        post("{\"amount\":\"ä\"}")
            .header("Content-Type", "application/json")
            .header("Idempotency-Key", "key-1")
            .header("Accept-Language", "de")
            .header("X-Custom", "1"));

    Seen seen = payout.onlyOne();
    assertThat(seen.method()).isEqualTo("POST");
    assertThat(seen.body()).isEqualTo("{\"amount\":\"ä\"}".getBytes(StandardCharsets.UTF_8));
    assertThat(seen.header("content-type")).isEqualTo("application/json");
    assertThat(seen.header("idempotency-key")).isEqualTo("key-1");
    assertThat(seen.header("accept-language")).isEqualTo("de");
    assertThat(seen.header("x-custom")).isEqualTo("1");
    assertThat(seen.header("host")).startsWith("localhost:").doesNotContain(":" + port);
  }

  @Test
  void aTraceGoesOn() throws Exception {
    String trace = "0af7651916cd43dd8448eb211c80319c";
    client.send(
        client.request(PATH, token).header("traceparent", "00-" + trace + "-b7ad6b7169203331-01"));

    assertThat(payout.onlyOne().header("traceparent"))
        .startsWith("00-" + trace + "-")
        .endsWith("-01");
  }

  @Test
  void nobodyCanSayThatTheyCameFromElsewhere() throws Exception {
    client.raw(
        "GET " + PATH + " HTTP/1.1",
        "Host: evil.example",
        "Authorization: Bearer " + token,
        "X-Forwarded-For: 10.0.0.1",
        "X-Forwarded-Host: evil.example",
        "X-Forwarded-Proto: https",
        "X-Forwarded-Prefix: /x",
        "X-Real-IP: 10.0.0.1",
        "Forwarded: for=10.0.0.1;host=evil.example",
        "Proxy-Authorization: Basic YTpi",
        "Keep-Alive: timeout=1000",
        "TE: trailers",
        "Upgrade: h2c",
        "X-Listed: 1",
        "Connection: X-Listed, Upgrade");

    assertThat(payout.onlyOne().headers())
        .doesNotContainKeys(
            "X-Forwarded-For",
            "X-Forwarded-Host",
            "X-Forwarded-Proto",
            "X-Forwarded-Prefix",
            "X-Real-IP",
            "Forwarded",
            "Proxy-Authorization",
            "Keep-Alive",
            "TE",
            "X-Listed");
    assertThat(payout.onlyOne().header("host")).startsWith("localhost:");
  }

  @ParameterizedTest
  @ValueSource(ints = {201, 204, 302, 400, 401, 403, 404, 409, 422, 429, 500, 503})
  void anAnswerIsPassedOnAsItIs(int status) throws Exception {
    String body =
        status == 204 ? "" : "{\"type\":\"https://clipmeter.io/problems/own\",\"n\":1.10}";
    payout.behave(
        exchange -> {
          exchange.getResponseHeaders().set("Location", "/elsewhere");
          exchange.getResponseHeaders().set("Retry-After", "7");
          exchange.getResponseHeaders().set("Cache-Control", "max-age=60");
          exchange.getResponseHeaders().set("Content-Type", "application/problem+json");
          exchange.sendResponseHeaders(status, body.isEmpty() ? -1 : body.length());
          exchange.getResponseBody().write(body.getBytes(StandardCharsets.UTF_8));
        });

    HttpResponse<String> answer = client.send(post("{}"));

    assertThat(answer.statusCode()).isEqualTo(status);
    assertThat(answer.body()).isEqualTo(body);
    assertThat(answer.headers().allValues("Content-Type"))
        .containsExactly("application/problem+json");
    assertThat(answer.headers().allValues("Location")).containsExactly("/elsewhere");
    assertThat(answer.headers().allValues("Retry-After")).containsExactly("7");
    assertThat(answer.headers().allValues("Cache-Control")).containsExactly("max-age=60");
    assertThat(answer.headers().allValues("X-Content-Type-Options")).containsExactly("nosniff");
    assertThat(payout.seen()).hasSize(1);
  }

  @Test
  void anAnswerThatIsPackedStaysPacked() throws Exception {
    byte[] packed = {31, -117, 8, 0, 1, 2, 3};
    payout.behave(
        exchange -> {
          exchange.getResponseHeaders().set("Content-Encoding", "gzip");
          exchange.sendResponseHeaders(200, packed.length);
          exchange.getResponseBody().write(packed);
        });

    HttpResponse<byte[]> answer =
        client
            .http()
            .send(
                client.request(PATH, token).header("Accept-Encoding", "gzip").build(),
                BodyHandlers.ofByteArray());

    assertThat(answer.headers().firstValue("Content-Encoding")).hasValue("gzip");
    assertThat(answer.body()).isEqualTo(packed);
    assertThat(payout.onlyOne().header("accept-encoding")).isEqualTo("gzip");
  }

  @Test
  void headHasTheLengthAndNoBody() throws Exception {
    payout.behave(
        exchange -> {
          exchange.getResponseHeaders().set("Content-Length", "42");
          exchange.sendResponseHeaders(200, -1);
        });

    HttpResponse<String> answer =
        client.send(client.request(PATH, token).method("HEAD", BodyPublishers.noBody()));

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().firstValue("Content-Length")).hasValue("42");
    assertThat(answer.body()).isEmpty();
    assertThat(payout.onlyOne().method()).isEqualTo("HEAD");
  }

  @Test
  void unchangedAnswersKeepNoConnections() throws Exception {
    payout.behave(
        exchange -> {
          exchange.getResponseHeaders().set("ETag", "\"1\"");
          exchange.sendResponseHeaders(304, -1);
        });
    for (int i = 0; i < 50; i++) {
      HttpResponse<String> answer =
          client.send(client.request(PATH, token).header("If-None-Match", "\"1\""));
      assertThat(answer.statusCode()).isEqualTo(304);
      assertThat(answer.headers().firstValue("ETag")).hasValue("\"1\"");
    }

    assertThat(payout.connections()).isLessThanOrEqualTo(3);
  }

  @Test
  void anAnswerThatTheCallerHasAlreadyKeepsNoConnectionEither() throws Exception {
    payout.behave(
        exchange -> {
          exchange.getResponseHeaders().set("ETag", "\"1\"");
          StubService.answer(exchange, 200, "application/json", "x".repeat(100_000));
        });
    for (int i = 0; i < 20; i++) {
      assertThat(
              client
                  .send(client.request(PATH, token).header("If-None-Match", "\"1\""))
                  .statusCode())
          .isEqualTo(304);
    }

    payout.behave(null);
    assertThat(client.get(PATH, token).statusCode()).isEqualTo(200);
  }

  @Test
  void aBodyAtTheLimitPasses() throws Exception {
    assertThat(client.send(post("x".repeat(LIMIT))).statusCode()).isEqualTo(200);
    assertThat(payout.onlyOne().body()).hasSize(LIMIT);
  }

  @Test
  void aBodyAboveTheLimitIsRefusedBeforeItIsRead() throws Exception {
    assertProblem(client.send(post("x".repeat(LIMIT + 1))), 413, "too-large");
    assertThat(requestsSeen()).isZero();
  }

  @Test
  void aBodyOfUnknownLengthIsCountedWhileItPasses() throws Exception {
    assertThat(client.send(chunked(LIMIT)).statusCode()).isEqualTo(200);
    assertThat(payout.onlyOne().body()).hasSize(LIMIT);

    assertProblem(client.send(chunked(LIMIT + 1)), 413, "too-large");
    assertThat(payout.seen()).hasSize(1);
  }

  @Test
  void aFormPassesAndALargeOneDoesNot() throws Exception {
    HttpRequest.Builder form = post("a=1&b=%26");
    client.send(form.header("Content-Type", "application/x-www-form-urlencoded"));
    assertThat(payout.onlyOne().body()).asString().isEqualTo("a=1&b=%26");

    HttpRequest.Builder large = post("a=" + "x".repeat(200_000));
    HttpResponse<String> answer =
        client.send(large.header("Content-Type", "application/x-www-form-urlencoded"));
    assertThat(answer.statusCode()).isBetween(400, 499);
    assertThat(payout.seen()).hasSize(1);
  }

  @Test
  void twoHundredRequestsWaitAtOnce() throws Exception {
    CountDownLatch all = new CountDownLatch(200);
    payout.behave(
        exchange -> {
          all.countDown();
          if (!awaited(all)) {
            throw new IOException("the others did not come");
          }
          StubService.answer(exchange, 200, "text/plain", "ok");
        });

    try (var callers = Executors.newVirtualThreadPerTaskExecutor()) {
      Callable<HttpResponse<String>> call = () -> client.get(PATH, token);
      List<Future<HttpResponse<String>>> answers =
          callers.invokeAll(Stream.generate(() -> call).limit(200).toList());
      for (Future<HttpResponse<String>> answer : answers) {
        assertThat(answer.get().body()).isEqualTo("ok");
      }
    }
  }

  @Test
  void whatAServiceStreamsArrivesAsItIsSent() throws Exception {
    CountDownLatch read = new CountDownLatch(1);
    payout.behave(
        exchange -> {
          exchange.getResponseHeaders().set("Content-Type", "text/event-stream");
          exchange.sendResponseHeaders(200, 0);
          exchange.getResponseBody().write("data: 1\n\n".getBytes(StandardCharsets.UTF_8));
          exchange.getResponseBody().flush();
          String second = awaited(read) ? "data: 2\n\n" : "data: too late\n\n";
          exchange.getResponseBody().write(second.getBytes(StandardCharsets.UTF_8));
        });

    HttpResponse<InputStream> answer =
        client.http().send(client.request(PATH, token).build(), BodyHandlers.ofInputStream());

    try (InputStream body = answer.body()) {
      assertThat(body.readNBytes(9)).asString(StandardCharsets.UTF_8).isEqualTo("data: 1\n\n");
      read.countDown();
      assertThat(body.readAllBytes()).asString(StandardCharsets.UTF_8).isEqualTo("data: 2\n\n");
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {0, 100_000})
  void anAnswerThatBreaksOffIsNotTakenForAWholeOne(long declaredLength) throws Exception {
    payout.behave(
        exchange -> {
          exchange.getResponseHeaders().set("Content-Type", "application/json");
          exchange.sendResponseHeaders(200, declaredLength);
          exchange.getResponseBody().write(new byte[50_000]);
          exchange.getResponseBody().flush();
          throw new IOException("the service dies here");
        });

    assertThatThrownBy(() -> client.get(PATH, token)).isInstanceOf(IOException.class);
  }

  private static boolean awaited(CountDownLatch latch) throws IOException {
    try {
      return latch.await(20, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    }
  }

  private HttpRequest.Builder post(String body) {
    return client.request(PATH, token).POST(BodyPublishers.ofString(body));
  }

  private HttpRequest.Builder chunked(int size) {
    byte[] body = new byte[size];
    return client
        .request(PATH, token)
        .POST(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body)));
  }
}
