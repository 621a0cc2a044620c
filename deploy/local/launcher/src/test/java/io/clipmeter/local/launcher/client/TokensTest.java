package io.clipmeter.local.launcher.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import io.clipmeter.local.launcher.home.Failure;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TokensTest {
  private final List<String> heard = new ArrayList<>();
  private HttpServer issuer;
  private String address;

  @BeforeEach
  void start() throws IOException {
    issuer = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    issuer.createContext(
        "/oauth2/token",
        exchange -> {
          heard.add(exchange.getRequestHeaders().getFirst("Authorization"));
          heard.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
          byte[] answer =
              "{\"access_token\":\"e.y.J\",\"expires_in\":43199}".getBytes(StandardCharsets.UTF_8);
          exchange.sendResponseHeaders(200, answer.length);
          exchange.getResponseBody().write(answer);
          exchange.close();
        });
    issuer.start();
    address = "http://127.0.0.1:" + issuer.getAddress().getPort();
  }

  @AfterEach
  void stop() {
    issuer.stop(0);
  }

  @Test
  void asksAsThePerson() {
    assertThat(new Tokens(address).of(Person.CLIPPER2)).isEqualTo("e.y.J");
    // bob:bob-secret
    assertThat(heard)
        .containsExactly("Basic Ym9iOmJvYi1zZWNyZXQ=", "grant_type=client_credentials");
  }

  @Test
  void saysThatTheIssuerDoesNotRun() {
    issuer.stop(0);

    assertThatThrownBy(() -> new Tokens(address).of(Person.ADMIN))
        .isInstanceOf(Failure.class)
        .hasMessageContaining("up starts it");
  }

  @Test
  void knowsThreePeople() {
    assertThat(Person.labelled("clipper2")).isEqualTo(Person.CLIPPER2);
    assertThatThrownBy(() -> Person.labelled("root"))
        .hasMessageContaining("admin, clipper and clipper2");
  }
}
