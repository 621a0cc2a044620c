package io.clipmeter.local.launcher.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.clipmeter.local.launcher.home.Failure;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ApiTest {
  private final Deque<Integer> statuses = new ArrayDeque<>();
  private final List<String> keys = new ArrayList<>();
  private HttpServer gateway;
  private Api api;

  @BeforeEach
  void start() throws IOException {
    gateway = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    gateway.createContext("/", this::answer);
    gateway.start();
    String address = "http://127.0.0.1:" + gateway.getAddress().getPort();
    api = new Api(address, "token", Duration.ofSeconds(20));
  }

  @AfterEach
  void stop() {
    gateway.stop(0);
  }

  @Test
  void repeatsARequestWithTheSameKeyUntilTheServiceIsBack() {
    statuses.addAll(List.of(502, 503, 201));

    Answer answer = api.post("/things", Dialogue.object().put("a", 1));

    assertThat(answer.status()).isEqualTo(201);
    assertThat(answer.repeated()).isTrue();
    assertThat(keys).hasSize(3).containsOnly(keys.getFirst());
  }

  @Test
  void drawsAnotherKeyForAnotherRequest() {
    statuses.addAll(List.of(201, 201));

    api.post("/things", null);
    api.post("/things", null);

    assertThat(keys).doesNotHaveDuplicates();
  }

  @Test
  void takesARefusalForAnAnswer() {
    statuses.add(409);

    Answer answer = api.post("/things", null);

    assertThat(answer.status()).isEqualTo(409);
    assertThat(answer.repeated()).isFalse();
    assertThat(answer.problem()).isEqualTo("duplicate-video");
  }

  @Test
  void givesUpInTheEnd() {
    gateway.stop(0);
    Api hasty = new Api("http://127.0.0.1:" + gateway.getAddress().getPort(), "", Duration.ZERO);

    assertThatThrownBy(() -> hasty.get("/things"))
        .isInstanceOf(Failure.class)
        .hasMessageContaining("status shows what runs");
  }

  private void answer(HttpExchange exchange) throws IOException {
    keys.add(exchange.getRequestHeaders().getFirst("Idempotency-Key"));
    byte[] body =
        "{\"type\":\"https://clipmeter.io/problems/duplicate-video\"}"
            .getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(statuses.remove(), body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }
}
