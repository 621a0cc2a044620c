package io.clipmeter.tracking.source.apify;

import io.clipmeter.tracking.source.call.ProviderCalls;
import io.clipmeter.tracking.source.call.ProviderFault;
import io.clipmeter.tracking.source.call.ProviderHttp;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.http.MediaType;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The three calls to Apify's API (v2) that reading needs. Each gives JSON of the right kind or an
 * {@link ProviderFault}.
 */
final class ApifyClient {
  private static final int ITEMS_PER_PAGE = 1_000;
  private static final int PAGES_MAX = 10;

  private final ProviderHttp http;
  private final ProviderCalls calls;
  private final ApifySettings.Runs runs;
  private final JsonMapper json;

  ApifyClient(ApifySettings settings, ProviderCalls calls, JsonMapper json) {
    this.calls = calls;
    this.runs = settings.runs();
    this.json = json;
    this.http =
        new ProviderHttp(
            settings.baseUrl(),
            headers -> headers.setBearerAuth(settings.apiKey()),
            settings.calls(),
            ApifyErrors::fault,
            json);
  }

  ApifyRun start(String actor, Map<String, Object> input) {
    byte[] body = json.writeValueAsBytes(input);
    return calls.start(
        "start",
        () ->
            ApifyRun.of(
                http.answer(
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
                http.answer(
                    http.get()
                        .uri(
                            uri ->
                                uri.path("/v2/actor-runs/{run}")
                                    .queryParam("waitForFinish", runs.pollWait().toSeconds())
                                    .build(run)))));
  }

  /** Stops a run that took too long, so that it costs no more; failing to is no matter. */
  void abort(String run) {
    calls.read("abort", () -> http.answer(http.post().uri("/v2/actor-runs/{run}/abort", run)));
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
              http.answer(
                  http.get()
                      .uri(
                          uri ->
                              uri.path("/v2/datasets/{dataset}/items")
                                  .queryParam("format", "json")
                                  .queryParam("offset", offset)
                                  .queryParam("limit", ITEMS_PER_PAGE)
                                  .build(dataset)));
          if (!answer.isArray()) {
            throw new ProviderFault(ProviderFault.Kind.SHAPE, "items that are no array");
          }
          return List.copyOf(answer.values());
        });
  }
}
