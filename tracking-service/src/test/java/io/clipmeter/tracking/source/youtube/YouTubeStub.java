package io.clipmeter.tracking.source.youtube;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The Data API's {@code videos.list} as its answers have been recorded, with invented values. */
final class YouTubeStub implements AutoCloseable {
  private final HttpServer server;
  private final Map<String, String> items = new ConcurrentHashMap<>();
  private final List<Seen> seen = new CopyOnWriteArrayList<>();
  private final Deque<Canned> next = new ArrayDeque<>();
  private volatile @Nullable Canned always;

  record Seen(String path, List<String> ids, String key) {}

  record Canned(int status, String body) {}

  YouTubeStub() {
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

  void item(String id, @Nullable String item) {
    if (item == null) {
      items.remove(id);
    } else {
      items.put(id, item);
    }
  }

  void always(@Nullable Canned answer) {
    always = answer;
  }

  synchronized void next(Canned... answers) {
    next.addAll(List.of(answers));
  }

  List<Seen> seen() {
    return seen;
  }

  private void handle(HttpExchange exchange) throws IOException {
    URI uri = exchange.getRequestURI();
    List<String> ids =
        Arrays.stream(uri.getQuery().split("&", -1))
            .filter(part -> part.startsWith("id="))
            .flatMap(part -> Arrays.stream(part.substring(3).split(",", -1)))
            .toList();
    String key = String.valueOf(exchange.getRequestHeaders().getFirst("X-Goog-Api-Key"));
    seen.add(new Seen(uri.toString(), ids, key));
    Canned answer = answer(ids);
    byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "application/json; charset=UTF-8");
    exchange.sendResponseHeaders(answer.status(), body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }

  private synchronized Canned answer(List<String> ids) {
    Canned planned = next.isEmpty() ? always : next.poll();
    return planned != null ? planned : new Canned(200, list(ids));
  }

  private String list(List<String> ids) {
    List<String> found =
        ids.stream().filter(items::containsKey).map(items::get).collect(Collectors.toList());
    Collections.reverse(found);
    return list(String.join(",", found), found.size());
  }

  static String list(String items, int total) {
    return """
    {"kind":"youtube#videoListResponse","etag":"e","items":[%s],
     "pageInfo":{"totalResults":%d,"resultsPerPage":%d}}
    """
        .formatted(items, total, total);
  }

  static String video(String id, String statistics) {
    return """
    {"kind":"youtube#video","etag":"e","id":"%s",
     "snippet":{"publishedAt":"2025-06-16T20:09:39Z","channelId":"UC0000000000000000000000",
       "title":"A title","description":"...","channelTitle":"Someone","tags":["one","two"],
       "thumbnails":{"default":{"url":"https://i.example/default.jpg"},
                     "high":{"url":"https://i.example/high.jpg"}}},
     "contentDetails":{"duration":"PT27M11S"},
     "statistics":%s}
    """
        .formatted(id, statistics);
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
