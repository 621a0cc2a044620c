package io.clipmeter.local.launcher.client;

import io.clipmeter.local.launcher.home.Failure;
import io.clipmeter.local.launcher.process.Waiting;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/**
 * The API of the gateway, for one person. A request that meets a service in the middle of a restart
 * is repeated with the same idempotency key, so that it takes effect once.
 */
public final class Api {
  private static final Set<Integer> PASSING = Set.of(502, 503, 504);

  /** How long a walk through the whole suite puts up with a service that is being restarted. */
  public static final Duration THROUGH_A_RESTART = Duration.ofMinutes(2);

  private static final Duration BETWEEN = Duration.ofMillis(500);
  private static final Duration ANSWER_WITHIN = Duration.ofSeconds(30);
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(5))
          .build();
  private final String address;
  private final String token;
  private final Duration patience;

  /**
   * @param address for example {@code http://localhost:8080}
   * @param token empty for no token
   * @param patience how long a request is repeated before it counts as unanswered
   */
  public Api(String address, String token, Duration patience) {
    this.address = address;
    this.token = token;
    this.patience = patience;
  }

  public Answer get(String path) {
    return send(request(path).GET().build());
  }

  /** Posts with an idempotency key of its own. */
  public Answer post(String path, @Nullable JsonNode body) {
    return post(path, body, UUID.randomUUID().toString());
  }

  public Answer post(String path, @Nullable JsonNode body, String idempotencyKey) {
    HttpRequest.Builder request = request(path).header("Idempotency-Key", idempotencyKey);
    if (body == null) {
      return send(request.POST(HttpRequest.BodyPublishers.noBody()).build());
    }
    return send(
        request
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(body)))
            .build());
  }

  private HttpRequest.Builder request(String path) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(address + path))
            .timeout(ANSWER_WITHIN)
            .header("Accept", "application/json");
    return token.isEmpty() ? request : request.header("Authorization", "Bearer " + token);
  }

  private Answer send(HttpRequest request) {
    long end = System.nanoTime() + patience.toNanos();
    boolean repeated = false;
    while (true) {
      String trouble;
      try {
        HttpResponse<String> response = http.send(request, HttpResponse.BodyHandlers.ofString());
        if (!PASSING.contains(response.statusCode())) {
          return new Answer(response.statusCode(), json(response.body()), repeated);
        }
        trouble = "status " + response.statusCode();
      } catch (IOException e) {
        trouble = e.getClass().getSimpleName();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException("interrupted while waiting for " + request.uri(), e);
      }
      if (System.nanoTime() > end) {
        throw new Failure(
            "%s %s was not answered within %d s (last: %s); ./clipmeter status shows what runs."
                .formatted(request.method(), request.uri(), patience.toSeconds(), trouble));
      }
      repeated = true;
      Waiting.pause(BETWEEN);
    }
  }

  private static JsonNode json(String body) {
    try {
      return body.isBlank() ? MissingNode.getInstance() : JSON.readTree(body);
    } catch (JacksonException e) {
      return MissingNode.getInstance();
    }
  }
}
