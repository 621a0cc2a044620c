package io.clipmeter.local.simulator.http;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** One request: the values in its path and its query, and its body. */
public final class Request {
  private final HttpExchange exchange;
  private final Map<String, String> path;
  private final Map<String, String> query;

  Request(HttpExchange exchange, Map<String, String> path) {
    this.exchange = exchange;
    this.path = path;
    this.query = queryOf(Optional.ofNullable(exchange.getRequestURI().getRawQuery()).orElse(""));
  }

  /** The value at {@code {name}} in the route's pattern. */
  public String at(String name) {
    String value = path.get(name);
    if (value == null) {
      throw new IllegalArgumentException("The route has no {" + name + "}");
    }
    return value;
  }

  /** A query parameter; the last one when it is repeated. */
  public Optional<String> query(String name) {
    return Optional.ofNullable(query.get(name));
  }

  public Optional<String> header(String name) {
    return Optional.ofNullable(exchange.getRequestHeaders().getFirst(name));
  }

  /** A query parameter that is an integer from {@code min} to {@code max}. */
  public Optional<Long> number(String name, long min, long max) {
    return query(name).map(text -> number(name, text, min, max));
  }

  /** A query parameter that is on: {@code 1} or {@code true}. */
  public boolean isOn(String name) {
    return query(name).filter(value -> value.equals("1") || value.equals("true")).isPresent();
  }

  /** Scheme, host and port that the request came in by. */
  public String base() {
    var local = exchange.getLocalAddress();
    return "http://" + local.getAddress().getHostAddress() + ":" + local.getPort();
  }

  /** The body, at most {@link BoundedBody#MAX_BYTES}. */
  public byte[] body() throws IOException {
    return BoundedBody.read(exchange.getRequestBody());
  }

  /** The body as JSON, an empty object when there is none; empty when it is not JSON. */
  public static Optional<JsonNode> json(byte[] body) {
    if (body.length == 0) {
      return Optional.of(Json.MAPPER.createObjectNode());
    }
    try {
      return Optional.of(Json.MAPPER.readTree(body)).filter(node -> !node.isMissingNode());
    } catch (JacksonException notJson) {
      return Optional.empty();
    }
  }

  private static long number(String name, String text, long min, long max) {
    try {
      long value = Long.parseLong(text);
      if (value >= min && value <= max) {
        return value;
      }
    } catch (NumberFormatException notANumber) {
      // Refused below, like a number out of its range.
    }
    throw Refused.invalid(
        "Parameter \"%s\" must be an integer from %d to %d".formatted(name, min, max));
  }

  private static Map<String, String> queryOf(String raw) {
    var values = new HashMap<String, String>();
    for (String pair : raw.split("&", -1)) {
      int equals = pair.indexOf('=');
      if (equals > 0) {
        values.put(decoded(pair.substring(0, equals)), decoded(pair.substring(equals + 1)));
      }
    }
    return values;
  }

  static String decoded(String raw) {
    try {
      return URLDecoder.decode(raw, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException notEncoded) {
      throw Refused.invalid("The URL holds a broken percent sequence");
    }
  }
}
