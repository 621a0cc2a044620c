package io.clipmeter.tracking.chaos;

import com.sun.net.httpserver.HttpExchange;
import io.clipmeter.events.Platform;
import io.clipmeter.tracking.chaos.Fault.OfCall;
import io.clipmeter.tracking.chaos.Fault.OfItem;
import io.clipmeter.tracking.chaos.HostileServer.Answer;
import java.util.List;
import java.util.stream.Collectors;

/** Instagram's Graph API, whose lists and insights are as the script wants them. */
final class HostileInstagram implements HostileServer.Provider {
  static final String NAME = "instagram";
  private static final String MEDIUM = "17900000000";
  private static final int PAGE = 50;

  private final Truth truth;
  private final Script script;
  private final List<Clip> herd;

  HostileInstagram(Truth truth, Script script, List<Clip> herd) {
    this.truth = truth;
    this.script = script;
    this.herd = herd.stream().filter(clip -> clip.platform() == Platform.INSTAGRAM).toList();
  }

  /** The id that the API knows a video by. */
  static String medium(String shortcode) {
    return MEDIUM + shortcode.substring(shortcode.length() - 6);
  }

  static String shortcode(String medium) {
    return "Cha0s" + medium.substring(MEDIUM.length());
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public String call(HttpExchange exchange, String body) {
    return "instagram " + exchange.getRequestURI();
  }

  /** The code tells, whatever the status. */
  @Override
  public Answer refusal(OfCall fault) {
    return switch (fault) {
      case KEY -> error(401, 190, 463);
      case MONEY -> error(400, 10, 0);
      case DOWN, BEGUN_BUT_DOWN -> error(500, 2, 0);
      case BUSY_NOW -> error(400, 613, 0);
      default -> error(403, 4, 2_207_051);
    };
  }

  private static Answer error(int status, int code, int sub) {
    return new Answer(
        status,
        "{\"error\":{\"message\":\"...\",\"type\":\"OAuthException\",\"code\":%d,\"error_subcode\":%d}}"
            .formatted(code, sub));
  }

  @Override
  public Answer answer(HttpExchange exchange, String body) {
    String[] parts = exchange.getRequestURI().getPath().split("/", -1);
    String token = exchange.getRequestHeaders().getFirst("Authorization");
    if (parts[3].equals("media")) {
      return media(parts[2], String.valueOf(exchange.getRequestURI().getQuery()));
    }
    String video = shortcode(parts[2]);
    return ("Bearer " + Owners.token(truth.clip(video))).equals(token)
        ? insights(video)
        : error(400, 100, 33);
  }

  private Answer media(String account, String query) {
    int from = query.contains("after=") ? Integer.parseInt(query.replaceAll(".*after=", "")) : 0;
    List<Clip> own =
        herd.stream()
            .filter(clip -> Owners.accountId(clip).equals(account))
            .filter(clip -> !denies(clip.video()))
            .toList();
    String data =
        own.stream()
            .skip(from)
            .limit(PAGE)
            .map(
                clip ->
                    "{\"id\":\"%s\",\"shortcode\":\"%s\"}"
                        .formatted(medium(clip.video()), clip.video()))
            .collect(Collectors.joining(","));
    String paging =
        from + PAGE < own.size()
            ? "{\"cursors\":{\"after\":\"%d\"},\"next\":\"https://x.example\"}"
                .formatted(from + PAGE)
            : "{\"cursors\":{\"after\":\"end\"}}";
    return new Answer(200, "{\"data\":[%s],\"paging\":%s}".formatted(data, paging));
  }

  private boolean denies(String video) {
    return truth.gone(video, truth.wave()) || script.item(NAME, video) == OfItem.GONE;
  }

  private Answer insights(String video) {
    if (denies(video)) {
      truth.tellGone(video);
      return error(400, 100, 33);
    }
    long views = truth.views(video, truth.wave());
    OfItem fault = script.item(NAME, video);
    return switch (fault) {
      case ERROR -> error(400, 10, 0);
      case MISSING, ABSENT -> data("");
      case WRONG_VIDEO -> wrong(video, views);
      case DOUBLED -> data(good(video, views) + "," + good(video, views));
      case DOUBLED_WITH_NULL -> data(metric(video, "null") + "," + good(video, views));
      case NONE, NUMBER_AS_ID -> data(good(video, views));
      default -> data(metric(video, String.valueOf(WrongCount.of(fault, views))));
    };
  }

  private Answer wrong(String video, long views) {
    return truth
        .other(List.of(video), Platform.INSTAGRAM)
        .map(other -> data(metric(other.video(), Long.toString(views + 77))))
        .orElse(data(""));
  }

  private static Answer data(String metrics) {
    return new Answer(200, "{\"data\":[" + metrics + "]}");
  }

  private String good(String video, long views) {
    truth.tellViews(video);
    return metric(video, Long.toString(views));
  }

  private static String metric(String video, String value) {
    return "{\"name\":\"views\",\"period\":\"lifetime\",\"values\":[{\"value\":%s}],\"id\":\"%s/insights/views/lifetime\"}"
        .formatted(value, medium(video));
  }
}
