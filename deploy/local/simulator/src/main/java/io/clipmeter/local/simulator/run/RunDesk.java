package io.clipmeter.local.simulator.run;

import io.clipmeter.local.simulator.fault.Fault;
import io.clipmeter.local.simulator.fault.FaultKind;
import io.clipmeter.local.simulator.fault.FaultKind.Reach;
import io.clipmeter.local.simulator.fault.Faults;
import io.clipmeter.local.simulator.http.Refused;
import io.clipmeter.local.simulator.http.Request;
import io.clipmeter.local.simulator.scrape.Actor;
import io.clipmeter.local.simulator.scrape.ApifyIds;
import io.clipmeter.local.simulator.scrape.Scrape;
import io.clipmeter.local.simulator.scrape.Scraper;
import io.clipmeter.local.simulator.views.VideoKey;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** Starts runs: checks what is asked, lets the faults strike, and decides what will come of it. */
public record RunDesk(Runs runs, Scraper scraper, Faults faults, RunTimes times, Clock clock) {
  private static final Set<FaultKind> STRIKING =
      Arrays.stream(FaultKind.values())
          .filter(kind -> kind.reach() == Reach.RUN || kind.reach() == Reach.VIDEO)
          .collect(Collectors.toCollection(() -> EnumSet.noneOf(FaultKind.class)));

  /**
   * A started run.
   *
   * @param isLost the answer to who started it must not arrive
   */
  public record Started(Run run, boolean isLost) {}

  /**
   * Starts a run of the actor in the path.
   *
   * @throws Refused when the actor, the options or the input are not right, or the month is spent
   */
  public Started start(Request request) throws IOException {
    Actor actor = Actor.of(request.at("actor"));
    RunOptions options = RunOptions.of(request);
    byte[] body = input(request);
    JsonNode input =
        Request.json(body)
            .orElseThrow(
                () ->
                    new Refused(
                        400, "run-input-body-not-valid-json", "Run input body is not valid JSON"));
    List<String> ids = Scraper.videos(actor, input).stream().map(VideoKey::id).toList();
    if (!faults.all(EnumSet.of(FaultKind.MONTHLY_LIMIT), ids).isEmpty()) {
      throw new Refused(403, "platform-feature-disabled", "Monthly usage hard limit exceeded");
    }
    boolean isLost = !faults.all(EnumSet.of(FaultKind.LOST_ANSWER), ids).isEmpty();
    Scrape scrape = scraper.start(actor, input, faults.all(STRIKING, ids));
    Run run = run(scrape, options, body.length, request.header("User-Agent").orElse(""));
    runs.add(run, scrape);
    return new Started(run, isLost);
  }

  private Run run(Scrape scrape, RunOptions options, int inputBytes, String userAgent) {
    int whole = Prices.payable(scraper.items(scrape).size(), options);
    RunStatus end = end(scrape);
    int items = end == RunStatus.SUCCEEDED ? whole : whole / 2;
    Duration running =
        times.running().plus(times.perItem().multipliedBy(items)).plusSeconds(slowness(scrape));
    return new Run(
        ApifyIds.next(),
        scrape.actor(),
        options,
        clock.instant(),
        times.ready(),
        running,
        end,
        items,
        inputBytes,
        userAgent,
        null);
  }

  private static RunStatus end(Scrape scrape) {
    if (scrape.hits(FaultKind.RUN_FAILED)) {
      return RunStatus.FAILED;
    }
    return scrape.hits(FaultKind.TIMED_OUT) ? RunStatus.TIMED_OUT : RunStatus.SUCCEEDED;
  }

  private static long slowness(Scrape scrape) {
    return scrape.faults().stream().mapToLong(Fault::seconds).sum();
  }

  private static byte[] input(Request request) throws IOException {
    if (request.header("Content-Encoding").filter(name -> !name.equals("identity")).isPresent()) {
      throw new Refused(415, "unsupported-content-encoding", "Content-Encoding must be identity");
    }
    byte[] body = request.body();
    boolean isJson =
        request
            .header("Content-Type")
            .filter(type -> type.startsWith("application/json"))
            .isPresent();
    if (body.length > 0 && !isJson) {
      throw new Refused(
          400, "invalid-input", "Input is not valid: Content-Type must be application/json");
    }
    return body;
  }
}
