package io.clipmeter.local.simulator.apify;

import io.clipmeter.local.simulator.http.Answer;
import io.clipmeter.local.simulator.http.Json;
import io.clipmeter.local.simulator.http.Refused;
import io.clipmeter.local.simulator.http.Request;
import io.clipmeter.local.simulator.run.Run;
import io.clipmeter.local.simulator.run.Run.Progress;
import io.clipmeter.local.simulator.run.RunDesk;
import io.clipmeter.local.simulator.run.RunDesk.Started;
import io.clipmeter.local.simulator.run.Runs;
import io.clipmeter.local.simulator.scrape.Actor;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The calls that start, show, list and stop runs. */
record RunRoutes(RunDesk desk, Runs runs) {
  private static final long WAIT_MAX_SECONDS = 60;
  private static final long LIST_MAX = 1_000;

  Answer start(Request request) throws IOException {
    Duration wait = wait(request);
    Started started = desk.start(request);
    if (started.isLost()) {
      return new Answer.Lost();
    }
    Run run = started.run();
    Progress progress =
        wait.isZero() ? run.at(run.startedAt()) : runs.progress(runs.await(run, wait));
    return data(201, run, progress).with("Location", request.base() + "/v2/actor-runs/" + run.id());
  }

  Answer show(Request request) {
    return data(runs.await(run(request), wait(request)));
  }

  Answer abort(Request request) {
    return data(runs.abort(run(request)));
  }

  /** The runs of one actor when the path names it, else of all. */
  Answer ofActor(Request request) {
    Actor actor = Actor.of(request.at("actor"));
    return list(request, runs.all().stream().filter(run -> run.actor() == actor).toList());
  }

  Answer all(Request request) {
    return list(request, runs.all());
  }

  private Answer list(Request request, List<Run> oldestFirst) {
    String status = request.query("status").orElse("");
    List<Run> found =
        oldestFirst.stream()
            .filter(run -> status.isEmpty() || runs.progress(run).status().word().equals(status))
            .toList();
    boolean desc = request.isOn("desc");
    long offset = request.number("offset", 0, Integer.MAX_VALUE).orElse(0L);
    long limit = Math.min(LIST_MAX, request.number("limit", 0, Integer.MAX_VALUE).orElse(LIST_MAX));
    List<Run> page = (desc ? found.reversed() : found).stream().skip(offset).limit(limit).toList();
    ObjectNode body = Json.MAPPER.createObjectNode();
    ObjectNode data = body.putObject("data");
    data.put("total", found.size()).put("offset", offset).put("limit", limit);
    data.put("desc", desc).put("count", page.size());
    ArrayNode items = data.putArray("items");
    page.forEach(run -> items.add(RunJson.brief(run, runs.progress(run))));
    return Answer.json(200, body);
  }

  private Answer data(Run run) {
    return data(200, run, runs.progress(run));
  }

  private static Answer data(int status, Run run, Progress progress) {
    ObjectNode body = Json.MAPPER.createObjectNode();
    body.set("data", RunJson.full(run, progress));
    return Answer.json(status, body);
  }

  private Run run(Request request) {
    return runs.find(request.at("id"))
        .orElseThrow(() -> new Refused(404, "record-not-found", "Actor run was not found"));
  }

  /** A longer wait than there is counts as the longest. */
  private static Duration wait(Request request) {
    long seconds = request.number("waitForFinish", 0, Integer.MAX_VALUE).orElse(0L);
    return Duration.ofSeconds(Math.min(seconds, WAIT_MAX_SECONDS));
  }
}
