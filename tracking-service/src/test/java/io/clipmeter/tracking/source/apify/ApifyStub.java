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
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Apify's API as its answers have been recorded, with invented values: runs, polls, datasets, and
 * whatever fault a test wants next.
 */
public final class ApifyStub implements AutoCloseable {
  private static final JsonMapper JSON = new JsonMapper();
  private static final String LIMITS =
      """
      {"data":{"current":{"monthlyUsageUsd":43.5},"limits":{"maxMonthlyUsageUsd":300}}}
      """;
  private final HttpServer server;
  private final Map<String, String> items = new ConcurrentHashMap<>();
  private final List<String> unasked = new CopyOnWriteArrayList<>();
  private final Map<String, List<String>> datasets = new ConcurrentHashMap<>();
  private final Map<String, String> inputs = new ConcurrentHashMap<>();
  private final Map<String, Deque<String>> progress = new ConcurrentHashMap<>();
  private final Map<Call, Deque<Canned>> next = new ConcurrentHashMap<>();
  private final Deque<Canned> answeredAfterStart = new ArrayDeque<>();
  private final List<Seen> seen = new CopyOnWriteArrayList<>();
  private final AtomicInteger runs = new AtomicInteger();
  private volatile List<String> statuses = List.of("RUNNING", "SUCCEEDED");
  private final Map<Call, Runnable> before = new ConcurrentHashMap<>();
  private volatile @Nullable Canned always;

  /** What was called. */
  public enum Call {
    START,
    POLL,
    ITEMS,
    ABORT,
    RUNS,
    INPUT,
    ACTOR,
    LIMITS
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

  /** What happens once, when a call of this kind comes, before its answer. */
  void before(Call call, Runnable event) {
    before.put(call, event);
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
    Call call = call(exchange.getRequestMethod(), path);
    seen.add(
        new Seen(
            call,
            path,
            String.valueOf(exchange.getRequestURI().getQuery()),
            String.valueOf(exchange.getRequestHeaders().getFirst("Authorization")),
            body));
    Runnable event = before.remove(call);
    if (event != null) {
      event.run();
    }
    send(exchange, answer(call, path, exchange.getRequestURI().getQuery(), body));
  }

  private synchronized Canned answer(Call call, String path, @Nullable String query, String body) {
    Canned constant = always;
    Deque<Canned> planned = next.getOrDefault(call, new ArrayDeque<>());
    if (constant != null || !planned.isEmpty()) {
      return constant != null ? constant : planned.poll();
    }
    return switch (call) {
      case START -> started(start(body));
      case POLL -> Canned.json(200, poll(last(path)));
      case ITEMS -> Canned.json(200, page(path.split("/", -1)[3], query));
      case RUNS -> Canned.json(200, runs());
      case INPUT -> Canned.json(200, inputs.getOrDefault(path.split("/", -1)[3], "{}"));
      case ACTOR -> Canned.json(200, "{\"data\":{\"id\":\"a1\"}}");
      case LIMITS -> Canned.json(200, LIMITS);
      case ABORT -> Canned.json(200, run(path.split("/", -1)[3], "ABORTING"));
    };
  }

  private static Call call(String method, String path) {
    if (path.endsWith("/runs")) {
      return method.equals("POST") ? Call.START : Call.RUNS;
    }
    if (path.endsWith("/records/INPUT")) {
      return Call.INPUT;
    }
    if (path.endsWith("/users/me/limits")) {
      return Call.LIMITS;
    }
    if (path.endsWith("/abort")) {
      return Call.ABORT;
    }
    if (path.startsWith("/v2/actors/")) {
      return Call.ACTOR;
    }
    return path.startsWith("/v2/actor-runs/") ? Call.POLL : Call.ITEMS;
  }

  private Canned started(String run) {
    Canned instead = answeredAfterStart.poll();
    return instead == null ? Canned.json(201, run) : instead;
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
    inputs.put("store" + id, body);
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

  /** A run begins although its start is answered like this. */
  void begunButAnswered(Canned answer) {
    answeredAfterStart.add(answer);
  }

  private String runs() {
    String all =
        IntStream.rangeClosed(1, runs.get())
            .mapToObj(i -> bare("run" + (runs.get() + 1 - i), "RUNNING"))
            .collect(Collectors.joining(","));
    return "{\"data\":{\"items\":[" + all + "]}}";
  }

  static String run(String id, @Nullable String status) {
    return "{\"data\":" + bare(id, status) + "}";
  }

  private static String bare(String id, @Nullable String status) {
    return """
    {"id":"%s","actId":"actor1","userId":"user1","startedAt":"2026-03-01T12:00:00.000Z",
     "finishedAt":null,"status":"%s","statusMessage":null,"defaultDatasetId":"set%s",
     "defaultKeyValueStoreId":"store%s","usageTotalUsd":0.001}
    """
        .formatted(id, status, id, id);
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
