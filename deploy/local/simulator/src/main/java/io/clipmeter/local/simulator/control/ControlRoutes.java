package io.clipmeter.local.simulator.control;

import io.clipmeter.local.simulator.fault.Faults;
import io.clipmeter.local.simulator.http.Answer;
import io.clipmeter.local.simulator.http.Json;
import io.clipmeter.local.simulator.http.Refused;
import io.clipmeter.local.simulator.http.Request;
import io.clipmeter.local.simulator.http.Router;
import io.clipmeter.local.simulator.state.GoneVideos;
import io.clipmeter.local.simulator.state.Ticks;
import io.clipmeter.local.simulator.views.Counts;
import io.clipmeter.local.simulator.views.Platform;
import io.clipmeter.local.simulator.views.VideoKey;
import io.clipmeter.local.simulator.views.Views;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The simulator's own calls; they ask for no token, since only this machine reaches them. */
public record ControlRoutes(Views views, Ticks ticks, GoneVideos gone, Faults faults) {
  private static final int TICKS_MAX = 100_000;

  /** Adds them. */
  public void addTo(Router router) {
    router
        .on("GET", "/health", _ -> Answer.json(200, object().put("status", "UP")))
        .on("GET", "/simulator/state", _ -> Answer.json(200, state(ticks.now())))
        .on("POST", "/simulator/tick", this::tick)
        .on("GET", "/simulator/faults", _ -> listed(200))
        .on("POST", "/simulator/faults", this::addFault)
        .on("DELETE", "/simulator/faults", this::clearFaults)
        .on("GET", "/simulator/videos/{platform}/{id}", this::video)
        .on("POST", "/simulator/videos/{platform}/{id}/gone", this::delete)
        .on("DELETE", "/simulator/videos/{platform}/{id}/gone", this::restore);
  }

  private Answer tick(Request request) throws IOException {
    long steps = FaultRequest.integer(body(request, "ticks"), "ticks", 1, TICKS_MAX).orElse(1);
    var now = ticks.advance(steps);
    if (now.isEmpty()) {
      throw new Refused(
          409,
          "no-more-days",
          "There is no recorded day so far on; the simulator stays where it is");
    }
    return Answer.json(200, state(now.getAsLong()));
  }

  private Answer addFault(Request request) throws IOException {
    if (!faults.add(FaultRequest.of(body(request, "kind", "times", "videoIds", "seconds")))) {
      throw new Refused(409, "too-many-faults", "Too many faults are waiting");
    }
    return listed(201);
  }

  private Answer clearFaults(Request request) {
    faults.clear();
    return listed(200);
  }

  private Answer listed(int status) {
    ObjectNode body = object();
    var list = body.putArray("faults");
    faults.waiting().forEach(fault -> list.add(FaultRequest.json(fault)));
    return Answer.json(status, body);
  }

  /** What the platform counts at this tick, without asking for a run. */
  private Answer video(Request request) {
    VideoKey video = key(request);
    long tick = ticks.now();
    ObjectNode body = object();
    body.put("platform", video.platform().name()).put("videoId", video.id()).put("tick", tick);
    body.put("gone", gone.contains(video));
    Optional<Counts> counts = views.of(video, tick);
    body.put("listed", counts.isPresent() && !gone.contains(video));
    counts.ifPresent(
        there ->
            body.put("views", there.views())
                .put("likes", there.likes())
                .put("comments", there.comments())
                .put("shares", there.shares()));
    return Answer.json(200, body);
  }

  private Answer delete(Request request) {
    gone.add(key(request));
    return video(request);
  }

  private Answer restore(Request request) {
    gone.remove(key(request));
    return video(request);
  }

  private ObjectNode state(long tick) {
    ObjectNode body = object();
    var last = views.lastTick();
    body.put("mode", last.isPresent() ? "recorded" : "seeded").put("tick", tick);
    views.day(tick).ifPresent(day -> body.put("day", day.toString()));
    last.ifPresent(end -> body.put("days", end + 1).put("lastTick", end));
    return body;
  }

  private static VideoKey key(Request request) {
    Platform platform = platform(request);
    String id = request.at("id");
    if (id.isBlank() || id.length() > 100 || id.codePoints().anyMatch(Character::isISOControl)) {
      throw Refused.invalid("A video id is 1 to 100 characters");
    }
    return new VideoKey(platform, id);
  }

  static Platform platform(Request request) {
    return Platform.of(request.at("platform"))
        .orElseThrow(() -> new Refused(404, "record-not-found", "Platform was not found"));
  }

  static JsonNode body(Request request, String... known) throws IOException {
    JsonNode body =
        Request.json(request.body())
            .filter(JsonNode::isObject)
            .orElseThrow(() -> Refused.invalid("The body must be a JSON object"));
    for (String name : body.propertyNames()) {
      if (!List.of(known).contains(name)) {
        throw Refused.invalid("Unknown field \"" + name + "\"");
      }
    }
    return body;
  }

  private static ObjectNode object() {
    return Json.MAPPER.createObjectNode();
  }
}
