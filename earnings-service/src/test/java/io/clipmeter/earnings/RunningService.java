package io.clipmeter.earnings;

import io.clipmeter.testing.WithEngines;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.kafka.autoconfigure.KafkaConnectionDetails;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The service on real engines; one context serves all tests, each with campaigns of its own. */
@WithEngines
@SpringBootTest(
    classes = EarningsApplication.class,
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
    properties = "clipmeter.earnings.sweep-every=PT1H")
public abstract class RunningService {
  private static final JsonMapper JSON = new JsonMapper();
  private static final HttpClient HTTP = HttpClient.newHttpClient();

  @Autowired protected JdbcClient jdbc;
  @Autowired private KafkaConnectionDetails kafka;
  @LocalServerPort private int port;
  protected Wire wire;

  /** What the service answered. */
  protected record Answer(int status, String contentType, String text) {
    public JsonNode json() {
      return JSON.readTree(text);
    }

    /** The last part of a problem's type. */
    public String problem() {
      String type = json().path("type").asString("");
      return type.substring(type.lastIndexOf('/') + 1);
    }
  }

  @BeforeEach
  void open() {
    wire = new Wire(kafka);
  }

  @AfterEach
  void close() {
    wire.close();
  }

  /** Asks with this token; without one where it is empty. */
  protected Answer get(String path, String token) {
    return send(request(path, token));
  }

  /** Posts JSON with this token and this Idempotency-Key. */
  protected Answer post(String path, String token, String key, String json) {
    return send(
        request(path, token)
            .header("Content-Type", "application/json")
            .header("Idempotency-Key", key)
            .POST(HttpRequest.BodyPublishers.ofString(json)));
  }

  private HttpRequest.Builder request(String path, String token) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create("http://localhost:" + port + path));
    return token.isEmpty() ? request : request.header("Authorization", "Bearer " + token);
  }

  private static Answer send(HttpRequest.Builder request) {
    try {
      HttpResponse<String> answer = HTTP.send(request.build(), BodyHandlers.ofString());
      return new Answer(
          answer.statusCode(),
          answer.headers().firstValue("Content-Type").orElse(""),
          answer.body());
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }

  /** The one number that this query gives. */
  protected long one(String sql, Object... params) {
    return jdbc.sql(sql).params(List.of(params)).query((rs, n) -> rs.getLong(1)).single();
  }
}
