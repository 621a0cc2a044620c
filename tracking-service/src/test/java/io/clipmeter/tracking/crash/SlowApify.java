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
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Apify, which takes its time for each run and notes who was asked for, in order. */
final class SlowApify implements AutoCloseable {
  private static final JsonMapper JSON = new JsonMapper();
  private static final long RUN_MS = 100;

  /** Longer than any test waits with the gate closed. */
  private static final long HELD_MS = 60_000;

  private final HttpServer server;
  private final CountDownLatch closed = new CountDownLatch(1);
  private final AtomicInteger ids = new AtomicInteger();
  private final Map<String, List<String>> runs = new ConcurrentHashMap<>();
  private final List<Ask> asks = new ArrayList<>();
  private CountDownLatch gate = new CountDownLatch(0);
  private int round;
  private int free;
  private int held;

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
   * Another round begins.
   *
   * @param videos that are read at once; the others wait until the gate opens
   */
  synchronized void begin(int next, int videos) {
    round = next;
    free = videos;
    held = 0;
    gate = new CountDownLatch(1);
  }

  /** Whoever waits is answered. */
  synchronized void open() {
    gate.countDown();
  }

  /** How many runs were kept waiting in this round. */
  synchronized int held() {
    return held;
  }

  private synchronized int round() {
    return round;
  }

  /** Notes who was asked for, and gives what this run has to wait for. */
  private synchronized CountDownLatch note(List<String> videos) {
    videos.forEach(video -> asks.add(new Ask(round, video)));
    free -= videos.size();
    held += free < 0 ? 1 : 0;
    return free < 0 ? gate : closed;
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
    if (last.equals("runs")) {
      List<String> videos = asked(JSON.readTree(body));
      CountDownLatch wait = note(videos);
      String id = "run" + ids.incrementAndGet();
      runs.put(id, videos.stream().map(video -> item(video, round())).toList());
      boolean opened = wait.await(wait == closed ? RUN_MS : HELD_MS, TimeUnit.MILLISECONDS);
      return opened && wait == closed ? "" : run(id);
    }
    return path.startsWith("/v2/actor-runs/")
        ? run(last)
        : "[" + String.join(",", runs.getOrDefault(path.split("/", -1)[3], List.of())) + "]";
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
