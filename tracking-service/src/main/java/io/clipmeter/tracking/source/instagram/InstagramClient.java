package io.clipmeter.tracking.source.instagram;

import io.clipmeter.tracking.source.call.ProviderCalls;
import io.clipmeter.tracking.source.call.ProviderFault;
import io.clipmeter.tracking.source.call.ProviderFault.Kind;
import io.clipmeter.tracking.source.call.ProviderHttp;
import io.clipmeter.tracking.source.call.Use;
import io.clipmeter.tracking.source.connected.ConnectedAccount;
import io.clipmeter.tracking.source.item.Item;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.client.RestClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The two calls of the Graph API that reading needs. The token goes in a header. */
final class InstagramClient {
  private static final String METRICS =
      "views,reach,likes,comments,saved,shares,total_interactions";

  private final ProviderHttp http;
  private final ProviderCalls calls;
  private final InstagramSettings settings;

  InstagramClient(InstagramSettings settings, ProviderCalls calls, JsonMapper json) {
    this.settings = settings;
    this.calls = calls;
    this.http =
        new ProviderHttp(
            settings.baseUrl(), headers -> {}, settings.calls(), InstagramErrors::fault, json);
  }

  /**
   * An account's media by their shortcodes.
   *
   * @param whole whether the list was read to its end
   */
  record Media(Map<String, String> ids, boolean whole) {}

  /**
   * Looks through an account's media, newest first, as many pages as are allowed.
   *
   * @throws ProviderFault where a page cannot be read
   */
  Media media(ConnectedAccount account) {
    Map<String, String> ids = new HashMap<>();
    String after = null;
    for (int page = 0; page < settings.pagesMax(); page++) {
      String cursor = after;
      JsonNode answer =
          calls.read(
              "media", Use.NOTHING, account.id(), () -> list(http.answer(page(account, cursor))));
      for (JsonNode each : answer.path("data")) {
        Item item = new Item(each);
        String id = item.id("id");
        String code = item.text("shortcode");
        if (id != null && code != null) {
          ids.put(code, id);
        }
      }
      after = next(answer);
      if (after == null) {
        return new Media(ids, true);
      }
    }
    return new Media(ids, false);
  }

  private RestClient.RequestHeadersSpec<?> page(ConnectedAccount account, @Nullable String after) {
    return http.get()
        .uri(
            uri -> {
              uri.path("/{version}/{account}/media")
                  .queryParam("fields", "id,shortcode")
                  .queryParam("limit", 100);
              if (after != null) {
                uri.queryParam("after", "{after}");
              }
              return after == null
                  ? uri.build(settings.version(), account.platformAccountId())
                  : uri.build(settings.version(), account.platformAccountId(), after);
            })
        .headers(headers -> headers.setBearerAuth(String.valueOf(account.accessToken())));
  }

  private static @Nullable String next(JsonNode answer) {
    Item paging = new Item(answer).at("paging");
    return paging.has("next") ? paging.at("cursors").text("after") : null;
  }

  /**
   * The insights of one medium; empty where there are none yet.
   *
   * @throws ProviderFault where there is no list of them
   */
  JsonNode insights(ConnectedAccount account, String mediaId) {
    return calls.read(
        "insights",
        Use.videos(1),
        account.id(),
        () ->
            list(
                http.answer(
                    http.get()
                        .uri(
                            uri ->
                                uri.path("/{version}/{media}/insights")
                                    .queryParam("metric", METRICS)
                                    .build(settings.version(), mediaId))
                        .headers(
                            headers ->
                                headers.setBearerAuth(String.valueOf(account.accessToken()))))));
  }

  private static JsonNode list(JsonNode answer) {
    if (!answer.path("data").isArray()) {
      throw new ProviderFault(Kind.SHAPE, "no list of data");
    }
    return answer;
  }
}
