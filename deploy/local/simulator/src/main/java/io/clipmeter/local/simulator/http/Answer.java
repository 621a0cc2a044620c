package io.clipmeter.local.simulator.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.OutputStream;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What goes back: something, or nothing because the answer gets lost on its way. */
public sealed interface Answer {
  /** The connection is closed without a byte. */
  record Lost() implements Answer {}

  /**
   * An answer with a body.
   *
   * @param length bytes of the body, 0 when it is not known before (then it is sent in chunks)
   */
  record Sent(int status, Map<String, String> headers, long length, Body body) implements Answer {
    public Sent {
      headers = Map.copyOf(headers);
    }
  }

  /** Writes a body. */
  @FunctionalInterface
  interface Body {
    void writeTo(OutputStream out) throws IOException;
  }

  /** The same answer with one more header; a lost one stays lost. */
  default Answer with(String name, String value) {
    return switch (this) {
      case Lost lost -> lost;
      case Sent sent -> {
        var headers = new LinkedHashMap<>(sent.headers());
        headers.put(name, value);
        yield new Sent(sent.status(), headers, sent.length(), sent.body());
      }
    };
  }

  static Answer json(int status, JsonNode body) {
    return bytes(status, "application/json; charset=utf-8", body.toString().getBytes(UTF_8));
  }

  /** A body of unknown length that is written while it is made. */
  static Answer stream(int status, Body body) {
    return new Sent(status, Map.of("Content-Type", "application/json; charset=utf-8"), 0, body);
  }

  static Answer html(int status, String page) {
    return bytes(status, "text/html", page.getBytes(UTF_8));
  }

  /** An error in Apify's form: {@code {"error":{"type":...,"message":...}}}. */
  static Answer error(int status, String type, String message) {
    ObjectNode body = Json.MAPPER.createObjectNode();
    body.putObject("error").put("type", type).put("message", message);
    return json(status, body);
  }

  private static Answer bytes(int status, String contentType, byte[] body) {
    return new Sent(
        status, Map.of("Content-Type", contentType), body.length, out -> out.write(body));
  }
}
