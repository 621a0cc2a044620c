package io.clipmeter.local.simulator;

import io.clipmeter.local.simulator.run.RunTimes;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A simulator on a free port, and an adapter's way of talking to it. */
final class Playground implements AutoCloseable {
  static final String TIKTOK = "/v2/acts/clockworks~tiktok-scraper";
  static final String YOUTUBE = "/v2/actors/streamers~youtube-scraper";
  static final String INSTAGRAM = "/v2/acts/apify~instagram-scraper";
  static final String REELS = "/v2/acts/apify~instagram-reel-scraper";
  static final RunTimes QUICK =
      new RunTimes(Duration.ZERO, Duration.ofMillis(1), Duration.ZERO, Duration.ofSeconds(20));
  private static final JsonMapper JSON = JsonMapper.shared();

  /** An answer, its body read as JSON where it is JSON. */
  record Reply(int status, JsonNode json, HttpResponse<String> raw) {
    String header(String name) {
      return raw.headers().firstValue(name).orElse("");
    }

    JsonNode data() {
      return json.path("data");
    }

    String errorType() {
      return json.path("error").path("type").asString();
    }
  }

  private final HttpClient http = HttpClient.newHttpClient();
  private final Simulator simulator;

  private Playground(Simulator simulator) {
    this.simulator = simulator;
  }

  static Playground seeded(Path state) throws CannotStart {
    return of(state, Optional.empty(), QUICK, Clock.systemUTC());
  }

  static Playground replaying(Path state, Path views) throws CannotStart {
    return of(state, Optional.of(views), QUICK, Clock.systemUTC());
  }

  static Playground of(Path state, Optional<Path> views, RunTimes times, Clock clock)
      throws CannotStart {
    var settings = new SimulatorSettings(0, state, views, Optional.empty(), 1);
    return new Playground(Simulator.start(settings, times, clock));
  }

  static Playground of(SimulatorSettings settings) throws CannotStart {
    return new Playground(Simulator.start(settings, QUICK, Clock.systemUTC()));
  }

  static String tikTokUrl(String id) {
    return "https://www.tiktok.com/@clipper.example/video/" + id;
  }

  static String postUrls(String... urls) {
    return JSON.writeValueAsString(
        JSON.createObjectNode().putPOJO("postURLs", List.of(urls)).put("resultsPerPage", 1));
  }

  static String directUrls(String... urls) {
    return JSON.writeValueAsString(JSON.createObjectNode().putPOJO("directUrls", List.of(urls)));
  }

  static String startUrls(String... urls) {
    var input = JSON.createObjectNode();
    var list = input.putArray("startUrls");
    List.of(urls).forEach(url -> list.addObject().put("url", url));
    return input.toString();
  }

  Reply get(String path) throws Exception {
    return send("GET", path, "");
  }

  Reply post(String path, String body) throws Exception {
    return send("POST", path, body);
  }

  Reply fault(String body) throws Exception {
    return post("/simulator/faults", body);
  }

  /** Runs an actor, and gives the items' answer. */
  Reply run(String actor, String input) throws Exception {
    Reply run = post(actor + "/runs?waitForFinish=20", input);
    return get("/v2/datasets/" + run.data().path("defaultDatasetId").asString() + "/items");
  }

  Reply send(String method, String path, String body) throws Exception {
    return send(request(path).method(method, BodyPublishers.ofString(body)).build());
  }

  Reply send(HttpRequest request) throws IOException, InterruptedException {
    HttpResponse<String> raw = http.send(request, BodyHandlers.ofString());
    boolean isJson =
        raw.headers().firstValue("Content-Type").orElse("").startsWith("application/json");
    return new Reply(raw.statusCode(), isJson ? json(raw.body()) : JSON.nullNode(), raw);
  }

  HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(uri(path))
        .header("Authorization", "Bearer some-token")
        .header("Content-Type", "application/json")
        .timeout(Duration.ofSeconds(30));
  }

  URI uri(String path) {
    return URI.create("http://127.0.0.1:" + simulator.port() + path);
  }

  private static JsonNode json(String text) {
    try {
      return JSON.readTree(text);
    } catch (RuntimeException truncated) {
      return JSON.nullNode();
    }
  }

  @Override
  public void close() {
    simulator.close();
    http.close();
  }
}
