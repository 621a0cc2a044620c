package io.clipmeter.tracking.chaos;

import com.sun.net.httpserver.HttpExchange;
import io.clipmeter.tracking.chaos.Fault.OfCall;
import io.clipmeter.tracking.chaos.Fault.OfItem;
import io.clipmeter.tracking.chaos.HostileServer.Answer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** TikTok's Display API, whose lists and counts are as the script wants them. */
final class HostileTikTok implements HostileServer.Provider {
  static final String NAME = "tiktok";
  private static final JsonMapper JSON = new JsonMapper();

  private final Truth truth;
  private final Script script;
  private final Set<String> denied = ConcurrentHashMap.newKeySet();

  HostileTikTok(Truth truth, Script script) {
    this.truth = truth;
    this.script = script;
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public String call(HttpExchange exchange, String body) {
    return "tiktok " + body;
  }

  @Override
  public Answer refusal(OfCall fault) {
    return switch (fault) {
      case KEY -> error(401, "access_token_invalid");
      case MONEY -> error(403, "scope_not_authorized");
      case DOWN, BEGUN_BUT_DOWN -> error(500, "internal_error");
      // An error can come with any status.
      case BUSY_NOW -> error(200, "rate_limit_exceeded");
      default -> error(429, "rate_limit_exceeded");
    };
  }

  private static Answer error(int status, String code) {
    return new Answer(
        status,
        "{\"data\":{},\"error\":{\"code\":\"%s\",\"message\":\"...\",\"log_id\":\"20\"}}"
            .formatted(code));
  }

  @Override
  public Answer answer(HttpExchange exchange, String body) {
    String token = exchange.getRequestHeaders().getFirst("Authorization");
    List<String> asked =
        JSON.readTree(body).at("/filters/video_ids").values().stream()
            .map(JsonNode::asString)
            .toList();
    List<String> items = new ArrayList<>();
    if (script.allMissing(asked)) {
      asked.forEach(this::deny);
      script.note(NAME, Fault.OfRun.ALL_GONE);
    } else {
      asked.stream()
          .filter(video -> ("Bearer " + Owners.token(truth.clip(video))).equals(token))
          .forEach(video -> items.addAll(items(video, asked)));
    }
    Collections.shuffle(items, new Random(asked.hashCode()));
    return new Answer(
        200,
        "{\"data\":{\"videos\":[%s]},\"error\":{\"code\":\"ok\",\"message\":\"\",\"log_id\":\"20\"}}"
            .formatted(String.join(",", items)));
  }

  private void deny(String video) {
    denied.add(truth.wave() + " " + video);
  }

  /** Whether the public page says that there is no such video. */
  boolean denies(String video) {
    return truth.gone(video, truth.wave()) || denied.contains(truth.wave() + " " + video);
  }

  private List<String> items(String video, List<String> asked) {
    if (truth.gone(video, truth.wave())) {
      return List.of();
    }
    OfItem fault = script.item(NAME, video);
    return switch (fault) {
      case GONE -> {
        deny(video);
        yield List.of();
      }
      case MISSING, ERROR -> List.of();
      case WRONG_VIDEO -> stranger(video, asked);
      case DOUBLED -> List.of(good(video), good(video));
      case DOUBLED_WITH_NULL -> List.of(item(video, "null"), good(video));
      case NUMBER_AS_ID -> List.of(good(video).replace("\"" + video + "\"", video));
      case NONE -> List.of(good(video));
      default -> List.of(bad(fault, video));
    };
  }

  private List<String> stranger(String video, List<String> asked) {
    return truth.other(asked, truth.clip(video).platform()).stream()
        .map(other -> item(other.video(), Long.toString(truth.views(video, truth.wave()) + 77)))
        .toList();
  }

  private String bad(OfItem fault, String video) {
    String wrong = WrongCount.of(fault, truth.views(video, truth.wave()));
    return wrong == null ? "{\"id\":\"%s\",\"like_count\":3}".formatted(video) : item(video, wrong);
  }

  private String good(String video) {
    truth.tellViews(video);
    return item(video, Long.toString(truth.views(video, truth.wave())));
  }

  private static String item(String video, String views) {
    return "{\"id\":\"%s\",\"create_time\":1751900293,\"like_count\":3,\"view_count\":%s}"
        .formatted(video, views);
  }
}
