package io.clipmeter.tracking.source.ayrshare;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Ayrshare as its answers are described, with invented values. */
public final class AyrshareStub implements AutoCloseable {
  private static final JsonMapper JSON = new JsonMapper();
  private static final String NOT_FOUND =
      "{\"action\":\"analytics\",\"status\":\"error\",\"code\":114,\"message\":\"Post ID not"
          + " found.\"}";

  private final HttpServer server;
  private final Map<String, String> answers = new ConcurrentHashMap<>();
  private final List<Seen> seen = new CopyOnWriteArrayList<>();
  private final Deque<Canned> next = new ArrayDeque<>();
  private final AtomicInteger running = new AtomicInteger();
  private final AtomicInteger mostAtOnce = new AtomicInteger();
  private volatile @Nullable Canned always;
  private volatile CountDownLatch held = new CountDownLatch(0);

  /** A request as it came. */
  public record Seen(String path, JsonNode body, String authorization, String profileKey) {}

  /**
   * An answer, whatever is asked.
   *
   * @param retryAfter seconds that its caller is told to wait; 0 where it is told nothing
   */
  public record Canned(int status, String body, int retryAfter) {
    public Canned(int status, String body) {
      this(status, body, 0);
    }
  }

  public AyrshareStub() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/", this::handle);
    server.start();
  }

  public URI uri() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/api");
  }

  /** What is answered for this id, native or a post's, and network; null for nothing. */
  public void answer(String id, String network, @Nullable String body) {
    if (body == null) {
      answers.remove(id + " " + network);
    } else {
      answers.put(id + " " + network, body);
    }
  }

  public void always(@Nullable Canned answer) {
    always = answer;
  }

  public synchronized void next(Canned... canned) {
    next.addAll(List.of(canned));
  }

  public List<Seen> seen() {
    return seen;
  }

  /** Whoever asks from now on waits for the answer until this opens. */
  public void hold(CountDownLatch until) {
    held = until;
  }

  /** The most requests that were answered at one time. */
  public int mostAtOnce() {
    return mostAtOnce.get();
  }

  /** As new. */
  public synchronized void reset() {
    answers.clear();
    seen.clear();
    next.clear();
    always = null;
    mostAtOnce.set(0);
  }

  private void handle(HttpExchange exchange) throws IOException {
    mostAtOnce.accumulateAndGet(running.incrementAndGet(), Math::max);
    JsonNode body = JSON.readTree(exchange.getRequestBody().readAllBytes());
    String path = exchange.getRequestURI().toString();
    seen.add(
        new Seen(path, body, header(exchange, "Authorization"), header(exchange, "Profile-Key")));
    await(held);
    Canned answer = answer(path, body);
    byte[] bytes = answer.body().getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    if (answer.retryAfter() > 0) {
      exchange.getResponseHeaders().set("Retry-After", Integer.toString(answer.retryAfter()));
    }
    running.decrementAndGet();
    exchange.sendResponseHeaders(answer.status(), bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static String header(HttpExchange exchange, String name) {
    return String.valueOf(exchange.getRequestHeaders().getFirst(name));
  }

  private synchronized Canned answer(String path, JsonNode body) {
    Canned planned = next.isEmpty() ? always : next.poll();
    if (planned != null) {
      return planned;
    }
    if (path.endsWith("/profiles")) {
      return new Canned(200, profile(body.path("title").asString()));
    }
    List<String> found =
        body.path("platforms")
            .valueStream()
            .map(network -> answers.get(body.path("id").asString() + " " + network.asString()))
            .filter(Objects::nonNull)
            .toList();
    return switch (found.size()) {
      case 0 -> new Canned(404, NOT_FOUND);
      case 1 -> new Canned(200, found.getFirst());
      default -> new Canned(200, merged(found));
    };
  }

  private static String merged(List<String> answers) {
    ObjectNode all = JSON.createObjectNode();
    answers.forEach(answer -> all.setAll((ObjectNode) JSON.readTree(answer)));
    return all.toString();
  }

  private static String profile(String title) {
    return """
    {"status":"success","title":"%s","refId":"ref-of-%s",
     "profileKey":"AAAAAAAA-BBBBBBBB-CCCCCCCC-DDDDDDDD","messagingActive":false}
    """
        .formatted(title, title.replace(' ', '-'));
  }

  /** A whole answer with one network. */
  public static String success(String network, String id, String url, String analytics) {
    return """
    {"%s":{"id":"%s","postUrl":"%s","analytics":%s,
           "lastUpdated":"2026-10-04T09:12:44.300Z","nextUpdate":"2026-10-04T09:22:44.300Z"},
     "status":"success","errors":[]}
    """
        .formatted(network, id, url, analytics);
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
