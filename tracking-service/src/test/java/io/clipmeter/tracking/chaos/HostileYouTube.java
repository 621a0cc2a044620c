package io.clipmeter.tracking.chaos;

import com.sun.net.httpserver.HttpExchange;
import io.clipmeter.tracking.chaos.Fault.OfCall;
import io.clipmeter.tracking.chaos.Fault.OfItem;
import io.clipmeter.tracking.chaos.HostileServer.Answer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** YouTube's Data API, whose lists and counts are as the script wants them. */
final class HostileYouTube implements HostileServer.Provider {
  private final Truth truth;
  private final Script script;
  private final Meter meter;

  HostileYouTube(Truth truth, Script script, Meter meter) {
    this.truth = truth;
    this.script = script;
    this.meter = meter;
  }

  @Override
  public String name() {
    return "youtube";
  }

  @Override
  public String call(HttpExchange exchange, String body) {
    return "youtube " + asked(exchange);
  }

  private static List<String> asked(HttpExchange exchange) {
    return Arrays.stream(exchange.getRequestURI().getQuery().split("&", -1))
        .filter(part -> part.startsWith("id="))
        .flatMap(part -> Arrays.stream(part.substring(3).split(",", -1)))
        .toList();
  }

  @Override
  public Answer refusal(OfCall fault) {
    return switch (fault) {
      case KEY ->
          new Answer(
              400, "{\"error\":{\"code\":400,\"details\":[{\"reason\":\"API_KEY_INVALID\"}]}}");
      case MONEY -> error(403, "quotaExceeded");
      case DOWN, BEGUN_BUT_DOWN -> error(500, "backendError");
      default -> error(429, "rateLimitExceeded");
    };
  }

  private static Answer error(int status, String reason) {
    return new Answer(
        status,
        "{\"error\":{\"code\":%d,\"errors\":[{\"reason\":\"%s\"}]}}".formatted(status, reason));
  }

  @Override
  public Answer answer(HttpExchange exchange, String body) {
    List<String> videos = asked(exchange);
    // What is refused costs nothing.
    meter.use(1);
    if (script.allMissing(videos)) {
      videos.forEach(truth::tellGone);
      script.note(name(), Fault.OfRun.ALL_GONE);
      return new Answer(200, list(List.of(), 0));
    }
    List<String> items = new ArrayList<>();
    int lost = 0;
    for (String video : videos) {
      List<String> more = items(video);
      lost += more.isEmpty() && !isToldGone(video) ? 1 : 0;
      items.addAll(more);
    }
    return new Answer(200, list(items, items.size() + lost));
  }

  private static String list(List<String> items, int total) {
    return """
    {"kind":"youtube#videoListResponse","items":[%s],"pageInfo":{"totalResults":%d,"resultsPerPage":50}}
    """
        .formatted(String.join(",", items), total);
  }

  /** What is left out of a whole list is not there; out of half a list it is anything. */
  private boolean isToldGone(String video) {
    boolean gone = truth.gone(video, truth.wave()) || script.item("youtube", video) == OfItem.GONE;
    if (gone) {
      truth.tellGone(video);
    }
    return gone;
  }

  private List<String> items(String video) {
    if (truth.gone(video, truth.wave())) {
      return List.of();
    }
    long views = truth.views(video, truth.wave());
    return switch (script.item("youtube", video)) {
      case GONE, MISSING -> List.of();
      case ABSENT, ERROR, OBJECT -> List.of(item(video, "{\"likeCount\":\"3\"}"));
      case NULL -> List.of(item(video, counted("null")));
      // Here text is what a count ought to be, and a number is not.
      case TEXT -> List.of(item(video, counted(Long.toString(views))));
      case FLOAT -> List.of(item(video, counted("\"" + views + ".5\"")));
      case HIDDEN, NEGATIVE -> List.of(item(video, counted("\"-5\"")));
      case HUGE -> List.of(item(video, counted("\"2000000000000\"")));
      case BEYOND_ALL -> List.of(item(video, counted("\"99999999999999999999999999\"")));
      case ZERO -> List.of(item(video, counted("\"0\"")));
      case JUMP -> List.of(item(video, counted("\"900000000000\"")));
      case WRONG_VIDEO -> List.of(item("Nobody_s_00", counted("\"" + views + 77 + "\"")));
      case DOUBLED, DOUBLED_WITH_NULL -> List.of(good(video, views), good(video, views));
      case NONE, NUMBER_AS_ID -> List.of(good(video, views));
    };
  }

  private String good(String video, long views) {
    truth.tellViews(video);
    return item(video, counted("\"" + views + "\""));
  }

  private static String counted(String views) {
    return "{\"viewCount\":" + views + "}";
  }

  private static String item(String video, String statistics) {
    return "{\"kind\":\"youtube#video\",\"id\":\"%s\",\"snippet\":{},\"statistics\":%s}"
        .formatted(video, statistics);
  }
}
