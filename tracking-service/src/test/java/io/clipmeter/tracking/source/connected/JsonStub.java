package io.clipmeter.tracking.source.connected;

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
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A provider over HTTP whose answers a test makes. */
public final class JsonStub implements AutoCloseable {
  private final HttpServer server;
  private final Function<Seen, Canned> world;
  private final List<Seen> seen = new CopyOnWriteArrayList<>();
  private final Deque<Canned> next = new ArrayDeque<>();
  private volatile @Nullable Canned always;

  /** A request as it came. */
  public record Seen(String path, String query, String body, String authorization) {}

  /** An answer. */
  public record Canned(int status, String body) {}

  public JsonStub(Function<Seen, Canned> world) {
    this.world = world;
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

  public void always(Canned answer) {
    always = answer;
  }

  public synchronized void next(Canned answer) {
    next.add(answer);
  }

  /** The requests whose path begins so. */
  public List<Seen> seen(String path) {
    return seen.stream().filter(request -> request.path().startsWith(path)).toList();
  }

  private void handle(HttpExchange exchange) throws IOException {
    URI uri = exchange.getRequestURI();
    Seen request =
        new Seen(
            uri.getPath(),
            String.valueOf(uri.getQuery()),
            new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8),
            String.valueOf(exchange.getRequestHeaders().getFirst("Authorization")));
    seen.add(request);
    Canned answer = answer(request);
    byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    exchange.sendResponseHeaders(answer.status(), body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }

  private synchronized Canned answer(Seen request) {
    Canned planned = next.isEmpty() ? always : next.poll();
    return planned == null ? world.apply(request) : planned;
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
