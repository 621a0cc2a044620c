package io.clipmeter.tracking.source.apify;

import io.clipmeter.tracking.source.call.ProviderCalls;
import io.clipmeter.tracking.source.call.ProviderFault;
import io.clipmeter.tracking.source.call.ProviderHttp;
import io.clipmeter.tracking.source.call.Use;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.http.MediaType;
import org.springframework.web.util.UriBuilder;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The calls to Apify's API (v2) that reading needs. Each gives JSON of the right kind or an {@link
 * ProviderFault}.
 */
final class ApifyClient {
  /** More than the largest run is asked for, so that one call fetches them all. */
  static final int ITEMS_PER_PAGE = 2_000;

  /** An item is 4 to 8 KB as a rule; several pages are read at a time, each as a whole. */
  private static final int PAGE_BYTES_MAX = 16 * 1024 * 1024;

  /** Where a page is too large, the next has a part of it; one of fewer is not worth asking for. */
  private static final int PART = 4;

  private static final int ITEMS_PER_PAGE_LEAST = 10;
  private static final int RUNS_LOOKED_AT = 20;

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

  /** Starts a run, and answers when it has ended or the time to wait is over. */
  ApifyRun start(RunRequest request) {
    byte[] body = json.writeValueAsBytes(request.input());
    return calls.start(
        "start",
        Use.videos(request.videos()),
        () ->
            ApifyRun.of(
                http.answer(
                    http.post()
                        .uri(uri -> startUri(uri, request.actor()))
                        .contentType(MediaType.APPLICATION_JSON)
                        .body(body))));
  }

  private URI startUri(UriBuilder uri, String actor) {
    return uri.path("/v2/actors/{actor}/runs")
        .queryParam("timeout", runs.timeout().toSeconds())
        .queryParam("maxTotalChargeUsd", runs.chargeMaxUsd().toPlainString())
        .queryParam("waitForFinish", runs.pollWait().toSeconds())
        .build(actor);
  }

  /** A run of the same input that began at this time or later. */
  Optional<ApifyRun> find(RunRequest request, Instant since) {
    JsonNode wanted = json.valueToTree(request.input());
    return latest(request.actor()).stream()
        .filter(run -> !ApifyRun.startedAt(run).isBefore(since))
        .filter(run -> wanted.equals(input(run)))
        .map(ApifyRun::ofRun)
        .findFirst();
  }

  private List<JsonNode> latest(String actor) {
    return calls.read(
        "runs",
        Use.NOTHING,
        () -> {
          JsonNode items =
              http.answer(
                      http.get()
                          .uri(
                              uri ->
                                  uri.path("/v2/actors/{actor}/runs")
                                      .queryParam("desc", 1)
                                      .queryParam("limit", RUNS_LOOKED_AT)
                                      .build(actor)))
                  .path("data")
                  .path("items");
          if (!items.isArray()) {
            throw new ProviderFault(ProviderFault.Kind.SHAPE, "runs that are no array");
          }
          return List.copyOf(items.values());
        });
  }

  private JsonNode input(JsonNode run) {
    String store = ApifyRun.id(run, "defaultKeyValueStoreId");
    return calls.read(
        "input",
        Use.NOTHING,
        () -> http.answer(http.get().uri("/v2/key-value-stores/{store}/records/INPUT", store)));
  }

  /** Whether there is an actor of this name; costs nothing. */
  boolean hasActor(String actor) {
    try {
      calls.probe(Use.NOTHING, () -> http.answer(http.get().uri("/v2/actors/{actor}", actor)));
      return true;
    } catch (ProviderFault fault) {
      if (fault.hasCode(ApifyErrors.NOT_FOUND)) {
        return false;
      }
      throw fault;
    }
  }

  /** How much of the month's money is used, as Apify counts it; costs nothing. */
  String account() {
    JsonNode limits =
        calls.probe(
            Use.NOTHING, () -> http.answer(http.get().uri("/v2/users/me/limits")).path("data"));
    JsonNode used = limits.path("current").path("monthlyUsageUsd");
    JsonNode most = limits.path("limits").path("maxMonthlyUsageUsd");
    if (!amount(used) || !amount(most)) {
      throw new ProviderFault(ProviderFault.Kind.SHAPE, "an account without limits");
    }
    return "Apify counts %s of %s USD this month"
        .formatted(used.decimalValue().toPlainString(), most.decimalValue().toPlainString());
  }

  /** 1e999 is read as infinity, and that is no amount. */
  private static boolean amount(JsonNode value) {
    return value.isNumber() && !(value.isDouble() && !Double.isFinite(value.doubleValue()));
  }

  /** The run as it is now, or at its end if that comes within the poll's wait. */
  ApifyRun look(String run) {
    return calls.read(
        "poll",
        Use.NOTHING,
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
    calls.read(
        "abort",
        Use.NOTHING,
        () -> http.answer(http.post().uri("/v2/actor-runs/{run}/abort", run)));
  }

  /**
   * A part of a dataset's items, as it was sent.
   *
   * @param limit how many were asked for; there are more behind it where it has as many
   */
  record Page(byte[] array, int limit) {}

  /**
   * The items of a dataset from the so many-th on.
   *
   * @param limit how many at most, {@link #ITEMS_PER_PAGE} at first; fewer are asked for where so
   *     many are too large
   */
  Page page(String dataset, int offset, int limit) {
    int most = limit;
    while (true) {
      try {
        return new Page(array(dataset, offset, most), most);
      } catch (ProviderFault fault) {
        most /= PART;
        if (!fault.tooLarge() || most < ITEMS_PER_PAGE_LEAST) {
          throw fault;
        }
      }
    }
  }

  private byte[] array(String dataset, int offset, int limit) {
    return calls.read(
        "items",
        Use.NOTHING,
        () ->
            http.array(
                http.get()
                    .uri(
                        uri ->
                            uri.path("/v2/datasets/{dataset}/items")
                                .queryParam("format", "json")
                                .queryParam("offset", offset)
                                .queryParam("limit", limit)
                                .build(dataset)),
                PAGE_BYTES_MAX));
  }

  /**
   * What a page says.
   *
   * @param part what is kept of an item, made as soon as that is read
   * @throws ProviderFault SHAPE where it cannot be understood
   */
  <T> List<T> items(Page page, Function<JsonNode, T> part) {
    return http.elements(page.array(), part);
  }
}
