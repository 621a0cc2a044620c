package io.clipmeter.tracking.chaos;

import com.sun.net.httpserver.HttpExchange;
import io.clipmeter.events.Platform;
import io.clipmeter.tracking.chaos.Fault.OfCall;
import io.clipmeter.tracking.chaos.Fault.OfItem;
import io.clipmeter.tracking.chaos.HostileServer.Answer;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Ayrshare's analytics of one video, which are as the script wants them. */
final class HostileAyrshare implements HostileServer.Provider {
  static final String NAME = "ayrshare";
  private static final JsonMapper JSON = new JsonMapper();

  private final Truth truth;
  private final Script script;

  HostileAyrshare(Truth truth, Script script) {
    this.truth = truth;
    this.script = script;
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public String call(HttpExchange exchange, String body) {
    return "ayrshare " + body;
  }

  @Override
  public Answer refusal(OfCall fault) {
    return switch (fault) {
      case KEY -> error(401, "authorization", 102);
      case MONEY -> error(402, "authorization", 169);
      case DOWN, BEGUN_BUT_DOWN -> error(500, "analytics", 101);
      default -> error(429, "request", 429);
    };
  }

  private static Answer error(int status, String action, int code) {
    return new Answer(
        status,
        "{\"action\":\"%s\",\"status\":\"error\",\"code\":%d,\"message\":\"...\"}"
            .formatted(action, code));
  }

  @Override
  public Answer answer(HttpExchange exchange, String body) {
    JsonNode asked = JSON.readTree(body);
    String network = asked.path("platforms").path(0).asString();
    Platform platform = Platform.valueOf(network.toUpperCase(Locale.ROOT));
    String id = asked.path("id").asString();
    Clip clip = truth.clip(platform == Platform.INSTAGRAM ? HostileInstagram.shortcode(id) : id);
    boolean own =
        Owners.profileKey(clip).equals(exchange.getRequestHeaders().getFirst("Profile-Key"));
    return own && !truth.gone(clip.video(), truth.wave()) ? video(clip) : notFound();
  }

  private static Answer notFound() {
    return error(404, "analytics", 114);
  }

  private Answer video(Clip clip) {
    long views = truth.views(clip.video(), truth.wave());
    OfItem fault = script.item(NAME, clip.video());
    return switch (fault) {
      case GONE, MISSING -> notFound();
      case ERROR -> partial(clip);
      case WRONG_VIDEO -> wrong(clip, views);
      case DOUBLED -> whole(good(clip, views) + "," + good(clip, views));
      case DOUBLED_WITH_NULL -> whole(part(clip, "null") + "," + good(clip, views));
      case NUMBER_AS_ID ->
          whole(
              clip.platform() == Platform.YOUTUBE
                  ? good(clip, views)
                  : good(clip, views).replace("\"" + id(clip) + "\"", id(clip)));
      case NONE -> whole(good(clip, views));
      default -> whole(part(clip, WrongCount.of(fault, views)));
    };
  }

  /** The network is left out, and an error says why. */
  private static Answer partial(Clip clip) {
    return new Answer(
        200,
        "{\"status\":\"partial\",\"errors\":[{\"action\":\"analytics\",\"status\":\"error\",\"code\":161,\"platform\":\"%s\"}]}"
            .formatted(network(clip)));
  }

  private Answer wrong(Clip clip, long views) {
    return truth
        .other(List.of(clip.video()), clip.platform())
        .map(
            other -> whole(part(other, Long.toString(views + 77)).replace(other.url(), clip.url())))
        .orElse(notFound());
  }

  private static Answer whole(String part) {
    return new Answer(200, "{%s,\"status\":\"success\",\"errors\":[]}".formatted(part));
  }

  private String good(Clip clip, long views) {
    truth.tellViews(clip.video());
    return part(clip, Long.toString(views));
  }

  private static String part(Clip clip, @Nullable String views) {
    String count = views == null ? "" : ",\"%s\":%s".formatted(field(clip), views);
    return "\"%s\":{\"id\":\"%s\",\"postUrl\":\"%s\",\"analytics\":{\"likeCount\":3%s}}"
        .formatted(network(clip), id(clip), clip.url(), count);
  }

  /** Each network's count has a name of its own. */
  private static String field(Clip clip) {
    return switch (clip.platform()) {
      case TIKTOK -> "videoViews";
      case INSTAGRAM -> "viewsCount";
      case YOUTUBE -> "views";
    };
  }

  private static String id(Clip clip) {
    return clip.platform() == Platform.INSTAGRAM
        ? HostileInstagram.medium(clip.video())
        : clip.video();
  }

  private static String network(Clip clip) {
    return clip.platform().name().toLowerCase(Locale.ROOT);
  }
}
