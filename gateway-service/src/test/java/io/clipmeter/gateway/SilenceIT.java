package io.clipmeter.gateway;

import static io.clipmeter.gateway.Client.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import io.clipmeter.testing.TestTokens;
import io.clipmeter.testing.WithEngines;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** Services that are down, in five ways. */
@WithEngines(postgres = false, kafka = false)
@SpringBootTest(
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
    properties = "spring.http.clients.read-timeout=1s")
class SilenceIT {
  private static final List<AutoCloseable> OPEN = new ArrayList<>();

  @LocalServerPort int port;
  @Autowired MeterRegistry meters;
  private final String token = TestTokens.token("ada").role("ADMIN").role("CLIPPER").signed();

  @DynamicPropertySource
  static void addresses(DynamicPropertyRegistry registry) throws IOException {
    String prefix = "clipmeter.gateway.backends.";
    String gone = "http://localhost:" + portWhereNobodyListens();
    String full = "http://localhost:" + portThatTakesNoMore();
    String mute = "http://localhost:" + portThatReadsAndThen(Socket::getInputStream);
    String closing = "http://localhost:" + portThatReadsAndThen(Socket::close);
    String garbled =
        "http://localhost:"
            + portThatReadsAndThen(
                s ->
                    s.getOutputStream()
                        .write("SSH-2.0-x\r\n\r\n".getBytes(StandardCharsets.US_ASCII)));
    registry.add(prefix + "submission", () -> gone);
    registry.add(prefix + "tracking", () -> full);
    registry.add(prefix + "earnings", () -> mute);
    registry.add(prefix + "payout", () -> closing);
    registry.add(prefix + "analytics", () -> garbled);
  }

  @AfterAll
  static void close() throws Exception {
    for (AutoCloseable open : OPEN) {
      open.close();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "submission,/api/clippers/campaigns",
    "tracking,/api/view-tracking/rounds",
    "earnings,/api/clippers/earnings",
    "payout,/api/clippers/balance",
    "analytics,/api/clippers/dashboard",
  })
  void aServiceThatDoesNotAnswerIsNamedSoon(String service, String path) throws Exception {
    double before = unanswered(service);
    long start = System.nanoTime();

    HttpResponse<String> answer = new Client(port).get(path, token);

    assertProblem(answer, 503, "service-unavailable");
    assertThat(answer.body()).contains("The " + service + " service");
    assertThat(answer.headers().firstValue("Retry-After")).hasValue("2");
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(5));
    assertThat(unanswered(service)).isEqualTo(before + 1);
  }

  @Test
  void aPostIsNotSentTwice() throws Exception {
    Client client = new Client(port);
    int before = READS.size();

    HttpResponse<String> answer =
        client.send(
            client
                .request("/api/clippers/payout-request", token)
                .POST(BodyPublishers.ofString("{}")));

    assertProblem(answer, 503, "service-unavailable");
    assertThat(READS).hasSize(before + 1);
  }

  private double unanswered(String service) {
    return meters.get("clipmeter.gateway.unanswered").tag("service", service).counter().count();
  }

  private static final List<String> READS = new java.util.concurrent.CopyOnWriteArrayList<>();

  /** What a stub does to a connection once it has read a request. */
  private interface Then {
    void accept(Socket socket) throws IOException;
  }

  private static int portWhereNobodyListens() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  /** Connections are not accepted, and the queue for them is full. */
  private static int portThatTakesNoMore() throws IOException {
    ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
    OPEN.add(socket);
    for (int i = 0; i < 4; i++) {
      SocketChannel waiting = SocketChannel.open();
      waiting.configureBlocking(false);
      waiting.connect(
          new InetSocketAddress(InetAddress.getLoopbackAddress(), socket.getLocalPort()));
      OPEN.add(waiting);
    }
    return socket.getLocalPort();
  }

  private static int portThatReadsAndThen(Then then) throws IOException {
    ServerSocket server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    OPEN.add(server);
    Thread.ofVirtual()
        .start(
            () -> {
              while (!server.isClosed()) {
                serve(server, then);
              }
            });
    return server.getLocalPort();
  }

  private static void serve(ServerSocket server, Then then) {
    try {
      Socket socket = server.accept();
      OPEN.add(socket);
      byte[] request = new byte[4096];
      int length = socket.getInputStream().read(request);
      READS.add(new String(request, 0, Math.max(length, 0), StandardCharsets.ISO_8859_1));
      then.accept(socket);
    } catch (IOException closed) {
      READS.add("closed");
    }
  }
}
