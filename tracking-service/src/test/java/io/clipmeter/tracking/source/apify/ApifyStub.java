package io.clipmeter.tracking.source.apify;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.clipmeter.tracking.source.VideoRef;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Apify's API as its answers have been recorded, with invented values: runs, polls, datasets, and
 * whatever fault a test wants next.
 */
public final class ApifyStub implements AutoCloseable {
  private static final JsonMapper JSON = new JsonMapper();
  private final HttpServer server;
  private final Map<String, String> items = new ConcurrentHashMap<>();
  private final List<String> unasked = new CopyOnWriteArrayList<>();
  private final Map<String, List<String>> datasets = new ConcurrentHashMap<>();
  private final Map<String, Deque<String>> progress = new ConcurrentHashMap<>();
  private final Map<Call, Deque<Canned>> next = new ConcurrentHashMap<>();
  private final List<Seen> seen = new CopyOnWriteArrayList<>();
  private final AtomicInteger runs = new AtomicInteger();
  private volatile List<String> statuses = List.of("RUNNING", "SUCCEEDED");
  private volatile @Nullable Canned always;

  /** What was called. */
  public enum Call {
    START,
    POLL,
    ITEMS,
    ABORT
  }

  /** A call as it came. */
  public record Seen(Call call, String path, String query, String authorization, String body) {}

  /** An answer made beforehand. */
  public record Canned(int status, String type, String body, Map<String, String> headers) {
    static Canned json(int status, String body) {
      return new Canned(status, "application/json", body, Map.of());
    }

    static Canned error(int status, String type) {
      return json(status, "{\"error\":{\"type\":\"" + type + "\",\"message\":\"no\"}}");
    }
  }

  public ApifyStub() {
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
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  /** The item for this video, from now on; null for none. */
  public void item(VideoRef video, @Nullable String item) {
    if (item == null) {
      items.remove(video.url());
    } else {
      items.put(video.url(), item);
    }
  }

  void unasked(String item) {
    unasked.add(item);
  }

  /** What each poll says, the last one for ever. */
  void statuses(String... inOrder) {
    statuses = List.of(inOrder);
  }

  /** What the next calls of a kind are answered with. */
  void next(Call call, Canned... answers) {
    next.computeIfAbsent(call, c -> new ArrayDeque<>()).addAll(List.of(answers));
  }

  /** What all calls are answered with; null for good answers again. */
  public void always(@Nullable Canned answer) {
    always = answer;
  }

  List<Seen> seen(Call call) {
    return seen.stream().filter(s -> s.call() == call).toList();
  }

  private void handle(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath();
    String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    Call call = call(path);
    seen.add(
        new Seen(
            call,
            path,
            String.valueOf(exchange.getRequestURI().getQuery()),
            String.valueOf(exchange.getRequestHeaders().getFirst("Authorization")),
            body));
    send(exchange, answer(call, path, exchange.getRequestURI().getQuery(), body));
  }

  private synchronized Canned answer(Call call, String path, @Nullable String query, String body) {
    Canned constant = always;
    Deque<Canned> planned = next.getOrDefault(call, new ArrayDeque<>());
    if (constant != null || !planned.isEmpty()) {
      return constant != null ? constant : planned.poll();
    }
    return switch (call) {
      case START -> Canned.json(201, start(body));
      case POLL -> Canned.json(200, poll(last(path)));
      case ITEMS -> Canned.json(200, page(path.split("/", -1)[3], query));
      case ABORT -> Canned.json(200, run(path.split("/", -1)[3], "ABORTING"));
    };
  }

  private static Call call(String path) {
    if (path.endsWith("/runs")) {
      return Call.START;
    }
    if (path.endsWith("/abort")) {
      return Call.ABORT;
    }
    return path.startsWith("/v2/actor-runs/") ? Call.POLL : Call.ITEMS;
  }

  private String start(String body) {
    String id = "run" + runs.incrementAndGet();
    List<String> found = new ArrayList<>();
    asked(JSON.readTree(body)).stream()
        .filter(items::containsKey)
        .map(items::get)
        .forEach(found::add);
    found.addAll(unasked);
    Collections.reverse(found);
    datasets.put("set" + id, found);
    progress.put(id, new ArrayDeque<>(statuses));
    return run(id, "READY");
  }

  /** The addresses in any actor's input. */
  private static List<String> asked(JsonNode input) {
    List<String> urls = new ArrayList<>();
    input.path("postURLs").forEach(url -> urls.add(url.stringValue()));
    input.path("directUrls").forEach(url -> urls.add(url.stringValue()));
    input.path("startUrls").forEach(url -> urls.add(url.path("url").stringValue()));
    return urls;
  }

  private String poll(String id) {
    Deque<String> left = progress.getOrDefault(id, new ArrayDeque<>(List.of("SUCCEEDED")));
    return run(id, left.size() > 1 ? left.poll() : left.peek());
  }

  private String page(String dataset, @Nullable String query) {
    List<String> all = datasets.getOrDefault(dataset, List.of());
    int offset = Integer.parseInt(String.valueOf(query).replaceAll(".*offset=(\\d+).*", "$1"));
    int limit = Integer.parseInt(String.valueOf(query).replaceAll(".*limit=(\\d+).*", "$1"));
    List<String> page =
        all.subList(Math.min(offset, all.size()), Math.min(offset + limit, all.size()));
    return "[" + String.join(",", page) + "]";
  }

  static String run(String id, @Nullable String status) {
    return """
    {"data":{"id":"%s","actId":"actor1","userId":"user1","startedAt":"2026-03-01T12:00:00.000Z",
     "finishedAt":null,"status":"%s","statusMessage":null,"defaultDatasetId":"set%s",
     "usageTotalUsd":0.001}}
    """
        .formatted(id, status, id);
  }

  private static String last(String path) {
    return path.substring(path.lastIndexOf('/') + 1);
  }

  private static void send(HttpExchange exchange, Canned answer) throws IOException {
    byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
    answer.headers().forEach((name, value) -> exchange.getResponseHeaders().set(name, value));
    exchange.getResponseHeaders().set("Content-Type", answer.type());
    exchange.sendResponseHeaders(answer.status(), body.length == 0 ? -1 : body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
