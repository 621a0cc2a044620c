package io.clipmeter.tracking.chaos;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.clipmeter.tracking.chaos.Fault.OfCall;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** A provider's server that answers well, badly, half, late or not at all, as the script wants. */
final class HostileServer implements AutoCloseable {
  /** Longer than any call is waited for. */
  private static final long LATE_MS = 1_500;

  /** For so long a call that is answered late is surely still waited for. */
  private static final long LATE_HELD_MS = 500;

  /** What an answer takes, so that calls meet. */
  private static final long USUAL_MS = 12;

  private final HttpServer server;
  private final CountDownLatch closed = new CountDownLatch(1);
  private final Provider provider;
  private final Script script;
  private final Meter meter;

  /** What a provider answers to, faults aside. */
  interface Provider {
    String name();

    /** What tells this call from others. */
    String call(HttpExchange exchange, String body);

    /** The good answer; does what the call asks for. */
    Answer answer(HttpExchange exchange, String body);

    /** How it says that it is asked too often, is down, or does not serve this key any more. */
    Answer refusal(OfCall fault);
  }

  record Answer(int status, String body) {}

  HostileServer(Provider provider, Script script, Meter meter) {
    this.provider = provider;
    this.script = script;
    this.meter = meter;
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/", this::handle);
    server.start();
  }

  /** What its limits are known by. */
  String name() {
    return provider.name();
  }

  Meter meter() {
    return meter;
  }

  URI uri() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  private void handle(HttpExchange exchange) throws IOException {
    meter.begun();
    boolean counted = true;
    try {
      String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
      OfCall fault = script.call(provider.name(), provider.call(exchange, body));
      Answer good = does(fault) ? provider.answer(exchange, body) : new Answer(500, "");
      closes(fault == OfCall.SLOW ? LATE_HELD_MS : USUAL_MS);
      meter.ended();
      counted = false;
      send(exchange, fault, good);
    } finally {
      if (counted) {
        meter.ended();
      }
      exchange.close();
    }
  }

  /** Whether the call has its effect, whatever it is answered with. */
  private static boolean does(OfCall fault) {
    return switch (fault) {
      case BUSY, BUSY_NOW, BUSY_FOR_AN_HOUR, BUSY_UNTIL_A_DATE, DOWN, GATEWAY, RESET, KEY, MONEY ->
          false;
      case NONE, BEGUN_BUT_DOWN, SLOW, HALF, NOT_JSON, CUT_JSON, WRONG_JSON, WRONG_CHARSET -> true;
    };
  }

  private void send(HttpExchange exchange, OfCall fault, Answer good) throws IOException {
    switch (fault) {
      case NONE -> json(exchange, good);
      case BUSY -> busy(exchange, fault, null);
      case BUSY_NOW -> busy(exchange, fault, "0");
      case BUSY_FOR_AN_HOUR -> busy(exchange, fault, "3600");
      case BUSY_UNTIL_A_DATE -> busy(exchange, fault, "Thu, 31 Dec 2099 23:59:59 GMT");
      case GATEWAY -> html(exchange, 502, "<html><h1>502 Bad Gateway</h1></html>");
      case SLOW -> late(exchange, good);
      case HALF -> half(exchange, good.body());
      case RESET -> {}
      case NOT_JSON -> html(exchange, 200, "<html>Checking your browser</html>");
      case CUT_JSON -> json(exchange, new Answer(200, cut(good.body())));
      case WRONG_JSON -> json(exchange, new Answer(200, "{\"data\":{\"items\":0},\"items\":null}"));
      case WRONG_CHARSET -> latin(exchange, good.body());
      case DOWN, BEGUN_BUT_DOWN, KEY, MONEY -> json(exchange, provider.refusal(fault));
    }
  }

  private static String cut(String body) {
    return body.substring(0, body.length() * 2 / 3);
  }

  private void late(HttpExchange exchange, Answer good) throws IOException {
    if (!closes(LATE_MS)) {
      json(exchange, good);
    }
  }

  /** Whether the server is closed within this time. */
  private boolean closes(long ms) {
    try {
      return closed.await(ms, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return true;
    }
  }

  private void busy(HttpExchange exchange, OfCall fault, @Nullable String after)
      throws IOException {
    if (after != null) {
      exchange.getResponseHeaders().set("Retry-After", after);
    }
    json(exchange, provider.refusal(fault));
  }

  private static void json(HttpExchange exchange, Answer answer) throws IOException {
    write(exchange, answer.status(), "application/json", utf8(answer.body()));
  }

  private static void html(HttpExchange exchange, int status, String text) throws IOException {
    write(exchange, status, "text/html", utf8(text));
  }

  /** Bytes that are no UTF-8, and a header that says they were. */
  private static void latin(HttpExchange exchange, String body) throws IOException {
    String accented = body.replaceFirst("\\{", "{\"caption\":\"caf\u00e9 \u00fc\",");
    byte[] bytes = accented.getBytes(StandardCharsets.ISO_8859_1);
    write(exchange, 200, "application/json; charset=utf-8", bytes);
  }

  private static void half(HttpExchange exchange, String body) throws IOException {
    byte[] bytes = utf8(body);
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    exchange.sendResponseHeaders(200, bytes.length + 1);
    exchange.getResponseBody().write(bytes, 0, bytes.length / 2);
    exchange.getResponseBody().flush();
  }

  private static void write(HttpExchange exchange, int status, String type, byte[] body)
      throws IOException {
    exchange.getResponseHeaders().set("Content-Type", type);
    exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
    exchange.getResponseBody().write(body);
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  @Override
  public void close() {
    closed.countDown();
    server.stop(0);
  }
}
