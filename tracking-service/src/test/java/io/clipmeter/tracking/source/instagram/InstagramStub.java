package io.clipmeter.tracking.source.instagram;

import io.clipmeter.testing.SettableClock;
import io.clipmeter.tracking.source.VideoRef;
import io.clipmeter.tracking.source.ViewSource;
import io.clipmeter.tracking.source.call.ChargeSettings;
import io.clipmeter.tracking.source.connected.FakeAccounts;
import io.clipmeter.tracking.source.connected.JsonStub;
import io.clipmeter.tracking.source.connected.JsonStub.Canned;
import io.clipmeter.tracking.source.connected.JsonStub.Seen;
import io.clipmeter.tracking.source.connected.QuickCalls;
import io.clipmeter.tracking.source.usage.PartSettings;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Instagram with one account, whose media a test makes. */
final class InstagramStub implements AutoCloseable {
  private static final String MISSING =
      "{\"error\":{\"message\":\"Unsupported get"
          + " request.\",\"type\":\"GraphMethodException\",\"code\":100,\"error_subcode\":33}}";

  final SettableClock clock = SettableClock.at("2026-03-01T12:00:00Z");
  final FakeAccounts accounts = new FakeAccounts();
  final FakeMediaIds ids = new FakeMediaIds();
  final JsonStub stub = new JsonStub(this::answer);
  private final Map<String, String> media = new ConcurrentHashMap<>();
  private final Map<String, Canned> insights = new ConcurrentHashMap<>();
  private volatile @Nullable Canned listing;

  ViewSource source(int pagesMax) {
    InstagramSettings settings =
        new InstagramSettings(
            stub.uri(), "v23.0", true, 5, pagesMax, QuickCalls.SETTINGS, ChargeSettings.FREE);
    return new InstagramViewSource(
        accounts,
        new InstagramClient(settings, QuickCalls.calls("instagram"), new JsonMapper()),
        ids,
        settings,
        new PartSettings(80),
        clock);
  }

  /** Pages of 100 of the account's media, or the insights of one. */
  private Canned answer(Seen request) {
    String[] parts = request.path().split("/", -1);
    if (parts[3].equals("insights")) {
      return insights.getOrDefault(parts[2], new Canned(400, MISSING));
    }
    if (listing != null) {
      return listing;
    }
    int from =
        request.query().contains("after=")
            ? Integer.parseInt(request.query().replaceAll(".*after=", ""))
            : 0;
    String data =
        new TreeMap<>(media)
            .entrySet().stream()
                .skip(from)
                .limit(100)
                .map(
                    m -> "{\"id\":\"%s\",\"shortcode\":\"%s\"}".formatted(m.getValue(), m.getKey()))
                .collect(Collectors.joining(","));
    String paging =
        from + 100 < media.size()
            ? "{\"cursors\":{\"after\":\"%d\"},\"next\":\"https://x.example\"}"
                .formatted(from + 100)
            : "{\"cursors\":{\"after\":\"end\"}}";
    return new Canned(200, "{\"data\":[%s],\"paging\":%s}".formatted(data, paging));
  }

  static String id(VideoRef video) {
    return "179" + Math.abs(video.key().id().hashCode());
  }

  void tell(VideoRef video, String metrics) {
    media.put(video.key().id(), id(video));
    insights.put(id(video), new Canned(200, "{\"data\":[" + metrics + "]}"));
  }

  static String metric(String name, Object value) {
    return """
    {"name":"%s","period":"lifetime","values":[{"value":%s}],"title":"...","description":"..."}
    """
        .formatted(name, value);
  }

  void list(VideoRef video) {
    media.put(video.key().id(), id(video));
  }

  void remove(VideoRef video) {
    media.remove(video.key().id());
    insights.remove(id(video));
  }

  /** What is answered in place of any list of media. */
  void listing(Canned answer) {
    listing = answer;
  }

  /** How many pages of the account's media were asked for. */
  int lists() {
    return stub.seen("/v23.0/id-of-someone/media").size();
  }

  @Override
  public void close() {
    stub.close();
  }
}
