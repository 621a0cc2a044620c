package io.clipmeter.tracking.source.youtube;

import io.clipmeter.tracking.source.call.ProviderCalls;
import io.clipmeter.tracking.source.call.ProviderFault;
import io.clipmeter.tracking.source.call.ProviderHttp;
import io.clipmeter.tracking.source.call.Use;
import java.util.List;
import org.springframework.web.client.RestClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The one call that reading needs. The key goes in a header, as addresses end up in logs. */
final class YouTubeClient {
  /** Of {@code videos.list}, however many ids it names. */
  private static final Use ONE_UNIT = new Use(0, 1);

  private final ProviderHttp http;
  private final ProviderCalls calls;

  YouTubeClient(YouTubeSettings settings, ProviderCalls calls, JsonMapper json) {
    this.calls = calls;
    this.http =
        new ProviderHttp(
            settings.baseUrl(),
            headers -> headers.set("X-Goog-Api-Key", settings.apiKey()),
            settings.calls(),
            YouTubeErrors::fault,
            json);
  }

  /**
   * The items of {@code videos.list}, in any order, without those that there are not.
   *
   * @param ids at most 50
   * @throws ProviderFault where the answer is not a whole list of videos
   */
  List<JsonNode> videos(List<String> ids) {
    return calls.read("videos", ONE_UNIT, () -> whole(http.answer(request(ids)), ids));
  }

  private RestClient.RequestHeadersSpec<?> request(List<String> ids) {
    return http.get()
        .uri(
            uri ->
                uri.path("/youtube/v3/videos")
                    .queryParam("part", "snippet,statistics,contentDetails")
                    .queryParam("maxResults", 50)
                    .queryParam("id", "{ids}")
                    .build(String.join(",", ids)));
  }

  /** Asks for a video that nobody has, to see whether the key is good; costs a unit. */
  void probe() {
    List<String> nobodys = List.of("AAAAAAAAAAA");
    calls.probe(ONE_UNIT, () -> whole(http.answer(request(nobodys)), nobodys));
  }

  /**
   * What is left out means that there is no such video, so half an answer must not pass, nor one
   * that is about something else.
   */
  private static List<JsonNode> whole(JsonNode answer, List<String> asked) {
    JsonNode items = answer.path("items");
    boolean list = "youtube#videoListResponse".equals(answer.path("kind").asString(""));
    JsonNode total = answer.path("pageInfo").path("totalResults");
    boolean complete = !total.isIntegralNumber() || total.asLong() == items.size();
    boolean asAsked =
        items.values().stream().map(item -> item.path("id")).allMatch(id -> among(asked, id));
    if (!list || !items.isArray() || !complete || !asAsked || items.size() > asked.size()) {
      throw new ProviderFault(ProviderFault.Kind.SHAPE, "no whole list of videos");
    }
    return List.copyOf(items.values());
  }

  private static boolean among(List<String> asked, JsonNode id) {
    return id.isString() && asked.contains(id.stringValue());
  }
}
