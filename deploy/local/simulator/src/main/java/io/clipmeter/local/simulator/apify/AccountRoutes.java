package io.clipmeter.local.simulator.apify;

import io.clipmeter.local.simulator.fault.FaultKind;
import io.clipmeter.local.simulator.fault.Faults;
import io.clipmeter.local.simulator.http.Answer;
import io.clipmeter.local.simulator.http.Json;
import io.clipmeter.local.simulator.http.Request;
import io.clipmeter.local.simulator.item.Times;
import io.clipmeter.local.simulator.run.Run;
import io.clipmeter.local.simulator.run.Runs;
import io.clipmeter.local.simulator.scrape.Actor;
import io.clipmeter.local.simulator.scrape.ApifyIds;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.YearMonth;
import java.time.ZoneOffset;
import tools.jackson.databind.node.ObjectNode;

/** The calls about the account's limits and about the actors. */
record AccountRoutes(Runs runs, Faults faults, Clock clock) {
  private static final BigDecimal USAGE_MAX_USD = new BigDecimal("300");
  private static final String MADE_AT = "2025-01-01T00:00:00.000Z";

  /** Usage is what the runs cost that are still kept; all of it while the month counts as spent. */
  Answer limits(Request request) {
    YearMonth month = YearMonth.now(clock.withZone(ZoneOffset.UTC));
    ObjectNode body = Json.MAPPER.createObjectNode();
    ObjectNode data = body.putObject("data");
    var start = month.atDay(1).atStartOfDay(ZoneOffset.UTC).toInstant();
    var end = month.plusMonths(1).atDay(1).atStartOfDay(ZoneOffset.UTC).toInstant();
    data.putObject("monthlyUsageCycle")
        .put("startAt", Times.text(start))
        .put("endAt", Times.text(end.minus(Duration.ofMillis(1))));
    limits(data.putObject("limits"));
    current(data.putObject("current"));
    return Answer.json(200, body);
  }

  Answer actor(Request request) {
    Actor actor = Actor.of(request.at("actor"));
    String[] name = actor.actorName().split("~", 2);
    ObjectNode body = Json.MAPPER.createObjectNode();
    ObjectNode data = body.putObject("data");
    data.put("id", actor.id()).put("userId", ApifyIds.of(name[0], "user"));
    data.put("name", name[1]).put("username", name[0]).put("title", name[1]);
    data.put("description", "Simulated for the local stack").put("isPublic", true);
    data.put("createdAt", MADE_AT).put("modifiedAt", MADE_AT);
    long total = runs.all().stream().filter(run -> run.actor() == actor).count();
    data.putObject("stats").put("totalRuns", total);
    data.putArray("versions").addObject().put("versionNumber", "0.0").put("buildTag", "latest");
    return Answer.json(200, body);
  }

  private static void limits(ObjectNode limits) {
    limits.put("maxMonthlyUsageUsd", USAGE_MAX_USD).put("maxMonthlyActorComputeUnits", 1000);
    limits.put("maxMonthlyExternalDataTransferGbytes", 7).put("maxMonthlyProxySerps", 50);
    limits.put("maxMonthlyResidentialProxyGbytes", new BigDecimal("0.5"));
    limits.put("maxActorMemoryGbytes", 32).put("maxActorCount", 100);
    limits.put("maxActorTaskCount", 1000).put("maxConcurrentActorJobs", 256);
    limits.put("maxTeamAccountSeatCount", 9).put("dataRetentionDays", 7);
    limits.put("maxScheduleCount", 100);
  }

  private void current(ObjectNode current) {
    long active = runs.all().stream().filter(run -> !isTerminal(run)).count();
    current.put("monthlyUsageUsd", usage()).put("monthlyActorComputeUnits", 0);
    current.put("monthlyExternalDataTransferGbytes", 0).put("monthlyProxySerps", 0);
    current.put("monthlyResidentialProxyGbytes", 0).put("actorMemoryGbytes", active);
    current.put("actorCount", Actor.values().length).put("actorTaskCount", 0);
    current.put("activeActorJobCount", active).put("teamAccountSeatCount", 1);
    current.put("scheduleCount", 0);
  }

  private BigDecimal usage() {
    if (faults.waiting().stream().anyMatch(fault -> fault.kind() == FaultKind.MONTHLY_LIMIT)) {
      return USAGE_MAX_USD;
    }
    return runs.all().stream()
        .map(run -> RunJson.usd(run, runs.progress(run)))
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  private boolean isTerminal(Run run) {
    return runs.progress(run).status().isTerminal();
  }
}
