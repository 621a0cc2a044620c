package io.clipmeter.tracking.source.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class ProviderHttpTest {
  private final AtomicInteger seen = new AtomicInteger();
  private HttpServer server;

  @BeforeEach
  void open() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          seen.incrementAndGet();
          exchange.close();
        });
    server.start();
  }

  @AfterEach
  void close() {
    server.stop(0);
  }

  @Test
  void whereNobodyCouldBeConnectedToNobodyWasCalled() {
    server.stop(0);

    ProviderFault fault = fault();

    assertThat(fault.kind()).isEqualTo(ProviderFault.Kind.DOWN);
    assertThat(fault.end()).isEqualTo(Allowance.End.UNREACHED);
  }

  /** Each request has a turn of its own; the client knows nothing of them. */
  @Test
  void aCallThatEndsWithoutAnAnswerIsSentOnce() {
    ProviderFault fault = fault();

    assertThat(fault.kind()).isEqualTo(ProviderFault.Kind.LOST);
    assertThat(fault.end()).isEqualTo(Allowance.End.FAILED);
    assertThat(seen).hasValue(1);
  }

  private ProviderFault fault() {
    Duration time = Duration.ofSeconds(5);
    ProviderHttp http =
        new ProviderHttp(
            URI.create("http://127.0.0.1:" + server.getAddress().getPort()),
            headers -> {},
            new CallSettings(1, 1, Duration.ofMillis(1), time, time, time),
            (status, body, after) -> new ProviderFault(ProviderFault.Kind.REFUSED, "no"),
            new JsonMapper());

    return catchThrowableOfType(ProviderFault.class, () -> http.answer(http.get().uri("/")));
  }
}
