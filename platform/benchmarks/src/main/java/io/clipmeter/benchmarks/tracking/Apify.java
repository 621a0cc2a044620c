package io.clipmeter.benchmarks.tracking;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The least that one has to say to Apify's API. */
final class Apify implements AutoCloseable {
  private static final String ACTOR = "/v2/actors/clockworks~tiktok-scraper";

  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final JsonMapper json = new JsonMapper();
  private final URI base;

  Apify(URI base) {
    this.base = base;
  }

  /** Starts a run, and waits for its end for as long as one call may; gives its dataset. */
  String run(List<String> urls) throws IOException, InterruptedException {
    JsonNode run = ask(post(ACTOR + "/runs?waitForFinish=60", urls)).path("data");
    if (!run.path("status").asString().equals("SUCCEEDED")) {
      throw new IllegalStateException("a run is " + run.path("status"));
    }
    return run.path("defaultDatasetId").asString();
  }

  /** How many items a run has left. */
  int items(String dataset) throws IOException, InterruptedException {
    return ask(request("/v2/datasets/" + dataset + "/items?format=json").GET().build()).size();
  }

  /** Runs and waits in one call; says how many items came. */
  int runAndItems(List<String> urls) throws IOException, InterruptedException {
    return ask(post(ACTOR + "/run-sync-get-dataset-items", urls)).size();
  }

  private HttpRequest post(String path, List<String> urls) {
    byte[] body = json.writeValueAsBytes(Map.of("postURLs", urls, "resultsPerPage", 1));
    return request(path).POST(BodyPublishers.ofByteArray(body)).build();
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(base.resolve(path))
        .header("Authorization", "Bearer benchmark")
        .header("Content-Type", "application/json");
  }

  private JsonNode ask(HttpRequest request) throws IOException, InterruptedException {
    HttpResponse<byte[]> answer = http.send(request, BodyHandlers.ofByteArray());
    if (answer.statusCode() / 100 != 2) {
      throw new IllegalStateException(request.uri() + " answers " + answer.statusCode());
    }
    return json.readTree(answer.body());
  }

  @Override
  public void close() {
    http.shutdownNow();
  }
}
