package io.clipmeter.tracking.chaos;

import com.sun.net.httpserver.HttpExchange;
import io.clipmeter.events.Platform;
import io.clipmeter.tracking.chaos.Fault.OfCall;
import io.clipmeter.tracking.chaos.Fault.OfItem;
import io.clipmeter.tracking.chaos.Fault.OfRun;
import io.clipmeter.tracking.chaos.HostileServer.Answer;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Apify's API, whose runs, items and counts are as the script wants them. */
final class HostileApify implements HostileServer.Provider {
  private static final JsonMapper JSON = new JsonMapper();

  private final Truth truth;
  private final Script script;
  private final Meter meter;
  private final Clock clock;
  private final AtomicInteger ids = new AtomicInteger();
  private final Map<Integer, Run> runs = new ConcurrentSkipListMap<>(Collections.reverseOrder());

  private record Run(
      int id, String input, List<String> items, OfRun fate, String startedAt, AtomicInteger looks) {
    String status() {
      if (fate == OfRun.HANGS || looks.incrementAndGet() < 2) {
        return "RUNNING";
      }
      return switch (fate) {
        case FAILS -> "FAILED";
        case TIMES_OUT -> "TIMED-OUT";
        case SUCCEEDS, ALL_GONE, HANGS -> "SUCCEEDED";
      };
    }

    String show(String status) {
      return """
      {"id":"run%d","status":"%s","startedAt":"%s","defaultDatasetId":"set%d","defaultKeyValueStoreId":"store%d"}
      """
          .formatted(id, status, startedAt, id, id)
          .strip();
    }
  }

  HostileApify(Truth truth, Script script, Meter meter, Clock clock) {
    this.truth = truth;
    this.script = script;
    this.meter = meter;
    this.clock = clock;
  }

  @Override
  public String name() {
    return "apify";
  }

  @Override
  public String call(HttpExchange exchange, String body) {
    return "apify " + exchange.getRequestMethod() + exchange.getRequestURI().getPath() + body;
  }

  @Override
  public Answer refusal(OfCall fault) {
    return switch (fault) {
      case KEY -> error(401, "invalid-token");
      case MONEY -> error(402, "not-enough-usage-to-run-paid-actor");
      case DOWN, BEGUN_BUT_DOWN -> error(500, "internal-server-error");
      default -> error(429, "rate-limit-exceeded");
    };
  }

  private static Answer error(int status, String type) {
    return new Answer(status, "{\"error\":{\"type\":\"%s\"}}".formatted(type));
  }

  @Override
  public Answer answer(HttpExchange exchange, String body) {
    String path = exchange.getRequestURI().getPath();
    String[] parts = path.split("/", -1);
    if (path.endsWith("/runs")) {
      return exchange.getRequestMethod().equals("POST")
          ? new Answer(201, "{\"data\":" + start(body).show("READY") + "}")
          : new Answer(200, "{\"data\":{\"items\":[" + latest() + "]}}");
    }
    Run run = runs.get(Integer.parseInt(parts[3].replaceAll("[a-z]", "")));
    if (run == null) {
      return error(404, "record-not-found");
    }
    if (path.endsWith("/abort")) {
      return new Answer(200, "{\"data\":" + run.show("ABORTING") + "}");
    }
    return switch (parts[2]) {
      case "actor-runs" -> new Answer(200, "{\"data\":" + run.show(run.status()) + "}");
      case "key-value-stores" -> new Answer(200, run.input());
      default -> new Answer(200, "[" + String.join(",", run.items()) + "]");
    };
  }

  private Run start(String input) {
    List<String> videos = asked(JSON.readTree(input));
    meter.charge(videos.size());
    OfRun fate = script.run(videos);
    List<String> items = new ArrayList<>();
    for (String video : videos) {
      items.addAll(fate == OfRun.ALL_GONE ? List.of(gone(video)) : items(video, videos));
    }
    int id = ids.incrementAndGet();
    Collections.shuffle(items, new Random(id));
    // A run that ends before its time leaves a part behind.
    List<String> left =
        fate == OfRun.SUCCEEDS || fate == OfRun.ALL_GONE
            ? items
            : items.subList(0, items.size() / 2);
    Run run =
        new Run(
            id, input, List.copyOf(left), fate, clock.instant().toString(), new AtomicInteger());
    runs.put(id, run);
    return run;
  }

  private String latest() {
    return runs.values().stream()
        .limit(20)
        .map(run -> run.show("RUNNING"))
        .collect(Collectors.joining(","));
  }

  private static List<String> asked(JsonNode input) {
    List<String> urls = new ArrayList<>();
    input.path("postURLs").forEach(url -> urls.add(url.stringValue()));
    input.path("directUrls").forEach(url -> urls.add(url.stringValue()));
    input.path("startUrls").forEach(url -> urls.add(url.path("url").stringValue()));
    return urls.stream().map(url -> url.replaceFirst("/$", "").replaceFirst(".*[/=]", "")).toList();
  }

  private List<String> items(String video, List<String> asked) {
    if (truth.gone(video, truth.wave())) {
      return List.of(gone(video));
    }
    OfItem fault = script.item("apify", video);
    return switch (fault) {
      case MISSING -> List.of();
      case ERROR -> List.of(error(video, "Something went wrong"));
      case GONE -> List.of(gone(video));
      case WRONG_VIDEO -> stranger(video, asked);
      case DOUBLED -> List.of(good(video), good(video));
      case DOUBLED_WITH_NULL -> List.of(item(video, count(video, "null")), good(video));
      case NUMBER_AS_ID -> List.of(good(video).replace("\"" + video + "\"", asId(video)));
      case NONE -> List.of(good(video));
      default -> List.of(item(video, bad(fault, video)));
    };
  }

  private String bad(OfItem fault, String video) {
    String wrong = WrongCount.of(fault, truth.views(video, truth.wave()));
    return wrong == null ? "" : count(video, wrong);
  }

  private String good(String video) {
    truth.tellViews(video);
    return item(video, count(video, Long.toString(truth.views(video, truth.wave()))));
  }

  private String count(String video, String views) {
    return switch (truth.clip(video).platform()) {
      case TIKTOK -> ",\"playCount\":" + views;
      case YOUTUBE -> ",\"viewCount\":" + views;
      // What the actor calls views is another number, and never the one that counts.
      case INSTAGRAM -> ",\"videoViewCount\":0,\"videoPlayCount\":" + views;
    };
  }

  private String item(String video, String count) {
    Clip clip = truth.clip(video);
    String key = clip.platform() == Platform.INSTAGRAM ? "shortCode" : "id";
    return "{\"%s\":\"%s\",\"url\":\"%s\"%s}".formatted(key, video, clip.url(), count);
  }

  /** Only TikTok's ids are numbers. */
  private String asId(String video) {
    return truth.clip(video).platform() == Platform.TIKTOK ? video : "\"" + video + "\"";
  }

  /** A video that another run may have asked for, with a count that is not true of it. */
  private List<String> stranger(String video, List<String> asked) {
    return truth.other(asked, truth.clip(video).platform()).stream()
        .map(
            other -> {
              long wrong = truth.views(other.video(), truth.wave()) + 77;
              return item(other.video(), count(other.video(), Long.toString(wrong)));
            })
        .toList();
  }

  private String gone(String video) {
    truth.tellGone(video);
    return truth.clip(video).platform() == Platform.INSTAGRAM
        ? error(video, "not_found")
        : error(video, "Post not found or private.");
  }

  private String error(String video, String error) {
    return "{\"url\":\"%s\",\"error\":\"%s\"}".formatted(truth.clip(video).url(), error);
  }
}
