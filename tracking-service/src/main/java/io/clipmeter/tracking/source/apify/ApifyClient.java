package io.clipmeter.tracking.source.apify;

import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.client.ClientHttpResponse;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.web.client.ResourceAccessException;
import org.springframework.web.client.RestClient;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The three calls to Apify's API (v2) that reading needs. Each gives JSON of the right kind or an
 * {@link ApifyFault}.
 */
final class ApifyClient {
  private static final int ANSWER_BYTES_MAX = 64 * 1024 * 1024;
  private static final int ITEMS_PER_PAGE = 1_000;
  private static final int PAGES_MAX = 10;

  private final RestClient http;
  private final ApifyCalls calls;
  private final ApifySettings.Runs runs;
  private final JsonMapper json;

  ApifyClient(ApifySettings settings, ApifyCalls calls, JsonMapper json) {
    this.calls = calls;
    this.runs = settings.runs();
    this.json = json;
    this.http =
        RestClient.builder()
            .baseUrl(settings.baseUrl().toString().replaceFirst("/+$", ""))
            .requestFactory(requests(settings.calls()))
            .defaultHeader(HttpHeaders.AUTHORIZATION, "Bearer " + settings.apiKey())
            .build();
  }

  /** HTTP/1.1: over one HTTP/2 connection a stuck stream would hold up the others. */
  private static JdkClientHttpRequestFactory requests(ApifySettings.Calls settings) {
    HttpClient client =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(settings.connectTimeout())
            .build();
    JdkClientHttpRequestFactory factory = new JdkClientHttpRequestFactory(client);
    factory.setReadTimeout(settings.answerTimeout());
    return factory;
  }

  ApifyRun start(String actor, Map<String, Object> input) {
    byte[] body = json.writeValueAsBytes(input);
    return calls.start(
        "start",
        () ->
            ApifyRun.of(
                answer(
                    http.post()
                        .uri(
                            uri ->
                                uri.path("/v2/actors/{actor}/runs")
                                    .queryParam("timeout", runs.timeout().toSeconds())
                                    .queryParam(
                                        "maxTotalChargeUsd", runs.chargeMaxUsd().toPlainString())
                                    .build(actor))
                        .contentType(MediaType.APPLICATION_JSON)
                        .body(body))));
  }

  /** The run as it is now, or at its end if that comes within the poll's wait. */
  ApifyRun look(String run) {
    return calls.read(
        "poll",
        () ->
            ApifyRun.of(
                answer(
                    http.get()
                        .uri(
                            uri ->
                                uri.path("/v2/actor-runs/{run}")
                                    .queryParam("waitForFinish", runs.pollWait().toSeconds())
                                    .build(run)))));
  }

  /** Stops a run that took too long, so that it costs no more; failing to is no matter. */
  void abort(String run) {
    calls.read("abort", () -> answer(http.post().uri("/v2/actor-runs/{run}/abort", run)));
  }

  List<JsonNode> items(String dataset) {
    List<JsonNode> items = new ArrayList<>();
    for (int page = 0; page < PAGES_MAX; page++) {
      List<JsonNode> more = page(dataset, page * ITEMS_PER_PAGE);
      items.addAll(more);
      if (more.size() < ITEMS_PER_PAGE) {
        return items;
      }
    }
    return items;
  }

  private List<JsonNode> page(String dataset, int offset) {
    return calls.read(
        "items",
        () -> {
          JsonNode answer =
              answer(
                  http.get()
                      .uri(
                          uri ->
                              uri.path("/v2/datasets/{dataset}/items")
                                  .queryParam("format", "json")
                                  .queryParam("offset", offset)
                                  .queryParam("limit", ITEMS_PER_PAGE)
                                  .build(dataset)));
          if (!answer.isArray()) {
            throw new ApifyFault(ApifyFault.Kind.SHAPE, "items that are no array");
          }
          return List.copyOf(answer.values());
        });
  }

  private JsonNode answer(RestClient.RequestHeadersSpec<?> request) {
    try {
      return request
          .accept(MediaType.APPLICATION_JSON)
          .exchangeForRequiredValue((asked, response) -> read(response));
    } catch (ResourceAccessException failure) {
      throw fault(failure);
    }
  }

  private JsonNode read(ClientHttpResponse response) throws IOException {
    int status = response.getStatusCode().value();
    byte[] body = body(response.getBody());
    if (status < 200 || status > 299) {
      throw ApifyErrors.fault(status, error(body), retryAfter(response.getHeaders()));
    }
    try {
      return json.readTree(body);
    } catch (JacksonException notJson) {
      throw new ApifyFault(ApifyFault.Kind.SHAPE, "an answer that is not JSON");
    }
  }

  private static byte[] body(InputStream stream) throws IOException {
    byte[] body = stream.readNBytes(ANSWER_BYTES_MAX + 1);
    if (body.length > ANSWER_BYTES_MAX) {
      throw new ApifyFault(ApifyFault.Kind.SHAPE, "an answer that is too large");
    }
    return body;
  }

  /** The error's type, empty where the body is not Apify's (a proxy's HTML, say). */
  private String error(byte[] body) {
    try {
      JsonNode type = json.readTree(body).path("error").path("type");
      return type.isString() ? type.stringValue() : "";
    } catch (JacksonException notJson) {
      return "";
    }
  }

  private static @Nullable Duration retryAfter(HttpHeaders headers) {
    String text = headers.getFirst(HttpHeaders.RETRY_AFTER);
    return text != null && text.matches("[0-9]{1,6}")
        ? Duration.ofSeconds(Long.parseLong(text))
        : null;
  }

  private static ApifyFault fault(ResourceAccessException failure) {
    if (failure.contains(ConnectException.class)
        || failure.contains(HttpConnectTimeoutException.class)) {
      return new ApifyFault(ApifyFault.Kind.DOWN, "cannot connect");
    }
    return new ApifyFault(
        ApifyFault.Kind.LOST, failure.getMostSpecificCause().getClass().getSimpleName());
  }
}
