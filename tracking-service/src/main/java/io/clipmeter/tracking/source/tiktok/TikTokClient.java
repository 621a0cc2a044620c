package io.clipmeter.tracking.source.tiktok;

import io.clipmeter.tracking.source.call.ProviderCalls;
import io.clipmeter.tracking.source.call.ProviderFault;
import io.clipmeter.tracking.source.call.ProviderFault.Kind;
import io.clipmeter.tracking.source.call.ProviderHttp;
import io.clipmeter.tracking.source.call.Use;
import java.util.List;
import java.util.Map;
import org.springframework.http.MediaType;
import org.springframework.web.client.RestClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The one call of the Display API that reading needs. The token goes in a header. */
final class TikTokClient {
  static final int IDS_MAX = 20;
  private static final String FIELDS =
      "id,create_time,share_url,video_description,duration,title,cover_image_url,embed_link,"
          + "like_count,comment_count,share_count,view_count";

  private final ProviderHttp http;
  private final ProviderCalls calls;

  TikTokClient(TikTokSettings settings, ProviderCalls calls, JsonMapper json) {
    this.calls = calls;
    this.http =
        new ProviderHttp(
            settings.baseUrl(), headers -> {}, settings.calls(), TikTokErrors::fault, json);
  }

  /**
   * The account's own videos among these, in any order.
   *
   * @param ids at most 20
   * @throws ProviderFault where the answer is not a list of videos
   */
  List<JsonNode> videos(List<String> ids, String token) {
    return calls.read(
        "query", Use.videos(ids.size()), () -> whole(http.answer(request(ids, token)), ids.size()));
  }

  private RestClient.RequestHeadersSpec<?> request(List<String> ids, String token) {
    return http.post()
        .uri(uri -> uri.path("/v2/video/query/").queryParam("fields", FIELDS).build())
        .headers(headers -> headers.setBearerAuth(token))
        .contentType(MediaType.APPLICATION_JSON)
        .body(Map.of("filters", Map.of("video_ids", ids)));
  }

  /** An error can come with status 200. */
  private static List<JsonNode> whole(JsonNode answer, int asked) {
    String code = TikTokErrors.code(answer);
    if (!code.equals("ok")) {
      throw code.isEmpty()
          ? new ProviderFault(Kind.SHAPE, "no error code in the answer")
          : TikTokErrors.fault(200, answer, null);
    }
    JsonNode videos = answer.path("data").path("videos");
    if (!videos.isArray() || videos.size() > asked) {
      throw new ProviderFault(Kind.SHAPE, "no list of videos");
    }
    return List.copyOf(videos.values());
  }
}
