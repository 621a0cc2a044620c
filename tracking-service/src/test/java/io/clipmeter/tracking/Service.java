package io.clipmeter.tracking;

import static org.awaitility.Awaitility.await;

import io.clipmeter.testing.TestTokens;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.awaitility.core.ThrowingRunnable;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The service as a caller sees it. */
public final class Service {
  private static final JsonMapper JSON = new JsonMapper();
  private final HttpClient http = HttpClient.newHttpClient();
  private final String base;

  public Service(int port) {
    this.base = "http://localhost:" + port;
  }

  /** An answer: status, JSON, text. */
  public record Answer(int status, String type, String text) {
    public JsonNode json() {
      return JSON.readTree(text);
    }

    /** The last part of a problem's type. */
    public String problem() {
      String uri = json().path("type").asString();
      return type.startsWith("application/problem+json")
          ? uri.substring(uri.lastIndexOf('/') + 1)
          : "no problem but " + type;
    }
  }

  /** A JSON object, to be changed. */
  public static ObjectNode parse(String json) {
    return (ObjectNode) JSON.readTree(json);
  }

  /** Any JSON. */
  public static JsonNode value(String json) {
    return JSON.readTree(json);
  }

  /** GET as an admin. */
  public Answer get(String path) {
    return send("GET", path, TestTokens.admin("admin-1"), null);
  }

  /** POST as an admin. */
  public Answer post(String path, @Nullable String body) {
    return send("POST", path, TestTokens.admin("admin-1"), body);
  }

  /** Any request. */
  public Answer send(String method, String path, @Nullable String token, @Nullable String body) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(base + path))
            .header("Content-Type", "application/json")
            .method(
                method,
                body == null
                    ? HttpRequest.BodyPublishers.noBody()
                    : HttpRequest.BodyPublishers.ofString(body));
    if (token != null) {
      request.header("Authorization", "Bearer " + token);
    }
    try {
      HttpResponse<String> answer =
          http.send(request.build(), HttpResponse.BodyHandlers.ofString());
      return new Answer(
          answer.statusCode(),
          answer.headers().firstValue("Content-Type").orElse(""),
          answer.body());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** Waits until this holds; 30 s at most. */
  public static void eventually(ThrowingRunnable holds) {
    await()
        .atMost(Duration.ofSeconds(30))
        .pollInterval(Duration.ofMillis(100))
        .untilAsserted(holds);
  }
}
