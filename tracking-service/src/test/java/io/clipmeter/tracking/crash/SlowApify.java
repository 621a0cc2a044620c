package io.clipmeter.tracking.crash;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Apify, which answers so many videos of a round and keeps the runs of all others waiting. Each
 * caller has a key, and with it a gate, of its own. Notes who was asked for, in order.
 */
final class SlowApify implements AutoCloseable {
  private static final JsonMapper JSON = new JsonMapper();
  private static final long RUN_MS = 20;

  /** Longer than any test waits with a gate closed. */
  private static final long HELD_MS = 600_000;

  private final HttpServer server;
  private final CountDownLatch closed = new CountDownLatch(1);
  private final AtomicInteger ids = new AtomicInteger();
  private final Map<String, List<String>> runs = new ConcurrentHashMap<>();
  private final List<Ask> asks = new ArrayList<>();
  private final Map<String, CountDownLatch> gates = new HashMap<>();
  private final Map<String, Set<String>> held = new TreeMap<>();
  private final Set<String> answered = new HashSet<>();
  private boolean opened = true;
  private int round;
  private int free;

  /** One video was asked for in one round. */
  record Ask(int round, String video) {}

  SlowApify() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/", this::handle);
    server.start();
  }

  URI uri() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  /** Views of a video in a round. */
  static long views(String video, int round) {
    return 1_000L * round + Math.floorMod(video.hashCode(), 1_000);
  }

  /**
   * Another round begins, with all gates closed.
   *
   * @param videos that are read at once; the others wait until the gate of who asks opens
   */
  synchronized void begin(int next, int videos) {
    round = next;
    free = videos;
    opened = false;
    held.clear();
    gates.clear();
    answered.clear();
  }

  /** Whoever waits, or comes, is answered. */
  synchronized void open() {
    opened = true;
    gates.values().forEach(CountDownLatch::countDown);
  }

  /** What this caller waits for is answered; what it asks for from now on, too. */
  synchronized void open(String key) {
    gate(key).countDown();
  }

  private CountDownLatch gate(String key) {
    return gates.computeIfAbsent(key, k -> new CountDownLatch(opened ? 0 : 1));
  }

  /** The callers that were kept waiting in this round, by their keys, and for which videos. */
  synchronized Map<String, Set<String>> held() {
    Map<String, Set<String>> copy = new TreeMap<>();
    held.forEach((key, videos) -> copy.put(key, Set.copyOf(videos)));
    return copy;
  }

  /** How many videos were answered in this round before anybody was kept waiting. */
  synchronized int answered() {
    return answered.size();
  }

  private synchronized int round() {
    return round;
  }

  /** Notes who was asked for, and gives what this run has to wait for. */
  private synchronized CountDownLatch note(String key, List<String> videos) {
    videos.forEach(video -> asks.add(new Ask(round, video)));
    free -= videos.size();
    if (free >= 0) {
      answered.addAll(videos);
      return closed;
    }
    videos.forEach(answered::remove);
    held.computeIfAbsent(key, k -> new HashSet<>()).addAll(videos);
    return gate(key);
  }

  /** Everything that was asked so far, in order. */
  synchronized List<Ask> asks() {
    return List.copyOf(asks);
  }

  private void handle(HttpExchange exchange) throws IOException {
    try {
      String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
      byte[] answer = answer(exchange, body).getBytes(StandardCharsets.UTF_8);
      exchange.getResponseHeaders().set("Content-Type", "application/json");
      exchange.sendResponseHeaders(200, answer.length);
      exchange.getResponseBody().write(answer);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      exchange.close();
    }
  }

  private String answer(HttpExchange exchange, String body) throws InterruptedException {
    String path = exchange.getRequestURI().getPath();
    String last = path.substring(path.lastIndexOf('/') + 1);
    if (last.equals("runs") && exchange.getRequestMethod().equals("GET")) {
      return "{\"data\":{\"items\":[]}}";
    }
    if (last.equals("runs")) {
      List<String> videos = asked(JSON.readTree(body));
      CountDownLatch wait = note(key(exchange), videos);
      String id = "run" + ids.incrementAndGet();
      runs.put(id, videos.stream().map(video -> item(video, round())).toList());
      boolean opened = wait.await(wait == closed ? RUN_MS : HELD_MS, TimeUnit.MILLISECONDS);
      return opened && wait == closed ? "" : run(id);
    }
    return path.startsWith("/v2/actor-runs/")
        ? run(last)
        : "[" + String.join(",", runs.getOrDefault(path.split("/", -1)[3], List.of())) + "]";
  }

  private static String key(HttpExchange exchange) {
    return exchange.getRequestHeaders().getFirst("Authorization").substring("Bearer ".length());
  }

  private static List<String> asked(JsonNode input) {
    return input.path("postURLs").values().stream()
        .map(url -> url.stringValue().replaceFirst(".*/", ""))
        .collect(Collectors.toList());
  }

  private static String run(String id) {
    return "{\"data\":{\"id\":\"%s\",\"status\":\"SUCCEEDED\",\"defaultDatasetId\":\"%s\",\"defaultKeyValueStoreId\":\"%s\"}}"
        .formatted(id, id, id);
  }

  private static String item(String video, int round) {
    return "{\"id\":\"%s\",\"playCount\":%d}".formatted(video, views(video, round));
  }

  @Override
  public void close() {
    closed.countDown();
    server.stop(0);
  }
}
