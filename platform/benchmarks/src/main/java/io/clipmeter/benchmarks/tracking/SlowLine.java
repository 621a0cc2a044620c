package io.clipmeter.benchmarks.tracking;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The line to a provider that is far away: each call takes a while longer. Whoever calls is watched
 * here, so that nobody's own count of calls has to be believed.
 */
final class SlowLine implements AutoCloseable {
  private static final int BACKLOG = 256;
  private static final Pattern VIDEO = Pattern.compile("/video/([0-9]{1,20})\"");

  private final HttpServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final CountDownLatch closed = new CountDownLatch(1);
  private final URI far;
  private final Duration latency;
  private final List<Long> callNanos = Collections.synchronizedList(new ArrayList<>());
  private final List<Long> videos = Collections.synchronizedList(new ArrayList<>());

  private SlowLine(HttpServer server, URI far, Duration latency) {
    this.server = server;
    this.far = far;
    this.latency = latency;
  }

  static SlowLine to(URI far, Duration latency) throws IOException {
    // Read by the server when it is first used: an answer must not wait for an acknowledgement.
    System.setProperty("sun.net.httpserver.nodelay", "true");
    InetSocketAddress any = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    SlowLine line = new SlowLine(HttpServer.create(any, BACKLOG), far, latency);
    line.server.setExecutor(line.threads);
    line.server.createContext("/", line::pass);
    line.server.start();
    return line;
  }

  /** The near end. */
  URI uri() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  private void pass(HttpExchange exchange) throws IOException {
    try (exchange) {
      callNanos.add(System.nanoTime());
      byte[] body = exchange.getRequestBody().readAllBytes();
      note(body);
      if (closed.await(latency.toNanos(), TimeUnit.NANOSECONDS)) {
        return;
      }
      HttpResponse<byte[]> answer = http.send(request(exchange, body), BodyHandlers.ofByteArray());
      exchange.getResponseHeaders().set("Content-Type", "application/json");
      exchange.sendResponseHeaders(answer.statusCode(), answer.body().length);
      exchange.getResponseBody().write(answer.body());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private HttpRequest request(HttpExchange exchange, byte[] body) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(far.resolve(exchange.getRequestURI().toString()))
            .header("Authorization", "Bearer benchmark")
            .header("Content-Type", "application/json");
    return request
        .method(
            exchange.getRequestMethod(),
            body.length == 0 ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body))
        .build();
  }

  private void note(byte[] body) {
    Matcher asked = VIDEO.matcher(new String(body, UTF_8));
    while (asked.find()) {
      videos.add(Long.parseLong(asked.group(1)));
    }
  }

  /** Forgets what it has seen. */
  void forget() {
    callNanos.clear();
    videos.clear();
  }

  int calls() {
    return callNanos.size();
  }

  /** The most calls that any 60 seconds have seen. */
  int callsInAnyMinute() {
    List<Long> sorted = callNanos.stream().sorted().toList();
    long minute = Duration.ofMinutes(1).toNanos();
    int most = 0;
    int first = 0;
    for (int last = 0; last < sorted.size(); last++) {
      while (sorted.get(last) - sorted.get(first) >= minute) {
        first++;
      }
      most = Math.max(most, last - first + 1);
    }
    return most;
  }

  /**
   * @throws IllegalStateException unless each of these videos was asked for once, and no other
   */
  void proveEachOnce(long firstVideo, int count) {
    List<Long> asked = videos.stream().sorted().toList();
    for (int i = 0; i < Math.max(count, asked.size()); i++) {
      if (i >= count || i >= asked.size() || asked.get(i) != firstVideo + i) {
        throw new IllegalStateException(
            "%d questions for %d videos: not each was asked for once"
                .formatted(asked.size(), count));
      }
    }
  }

  @Override
  public void close() {
    closed.countDown();
    server.stop(0);
    threads.shutdownNow();
    http.shutdownNow();
  }
}
