package io.clipmeter.local.simulator.apify;

import io.clipmeter.local.simulator.http.Json;
import io.clipmeter.local.simulator.item.Times;
import io.clipmeter.local.simulator.run.Prices;
import io.clipmeter.local.simulator.run.Run;
import io.clipmeter.local.simulator.run.Run.Progress;
import io.clipmeter.local.simulator.run.RunOptions;
import io.clipmeter.local.simulator.run.RunStatus;
import io.clipmeter.local.simulator.scrape.ApifyIds;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** A run as the API writes it. */
final class RunJson {
  private static final String USER_ID = ApifyIds.of("clipmeter", "user");

  private RunJson() {}

  /** In full. */
  static ObjectNode full(Run run, Progress progress) {
    ObjectNode json = Json.MAPPER.createObjectNode();
    head(json, run, progress);
    json.put("statusMessage", message(run, progress));
    json.put("isStatusMessageTerminal", isMessageTerminal(progress.status()));
    meta(json, run);
    json.putObject("stats")
        .put("inputBodyLen", run.inputBytes())
        .put("migrationCount", 0)
        .put("rebootCount", 0)
        .put("restartCount", 0)
        .put("resurrectCount", 0)
        .put("computeUnits", 0);
    options(json.putObject("options"), run.options());
    json.put("exitCode", exitCode(progress.status())).put("generalAccess", "FOLLOW_USER_SETTING");
    storages(json, run);
    ObjectNode ids = json.putObject("storageIds");
    ids.putObject("datasets").put("default", run.datasetId());
    ids.putObject("keyValueStores").put("default", run.storeId());
    ids.putObject("requestQueues").put("default", ApifyIds.of(run.id(), "queue"));
    json.put("containerUrl", "https://" + ApifyIds.of(run.id(), "host") + ".runs.example.com");
    usage(json, run, progress);
    return json;
  }

  /** As a list has it. */
  static ObjectNode brief(Run run, Progress progress) {
    ObjectNode json = Json.MAPPER.createObjectNode();
    head(json, run, progress);
    meta(json, run);
    storages(json, run);
    json.put("usageTotalUsd", usd(run, progress));
    return json;
  }

  private static void head(ObjectNode json, Run run, Progress progress) {
    json.put("id", run.id()).put("actId", run.actor().id()).put("userId", USER_ID);
    json.put("startedAt", Times.text(run.startedAt()));
    var finished = progress.finishedAt();
    json.put("finishedAt", finished == null ? null : Times.text(finished));
    json.put("status", progress.status().word());
    json.put("buildId", ApifyIds.of(run.actor().id(), "build")).put("buildNumber", "0.0.412");
  }

  private static void meta(ObjectNode json, Run run) {
    json.putObject("meta")
        .put("origin", "API")
        .put("clientIp", "127.0.0.1")
        .put("userAgent", run.userAgent());
  }

  private static void storages(ObjectNode json, Run run) {
    json.put("defaultKeyValueStoreId", run.storeId());
    json.put("defaultDatasetId", run.datasetId());
    json.put("defaultRequestQueueId", ApifyIds.of(run.id(), "queue"));
  }

  private static void options(ObjectNode json, RunOptions options) {
    json.put("build", options.build()).put("timeoutSecs", options.timeoutSecs());
    json.put("memoryMbytes", options.memoryMbytes());
    if (options.maxItems() != null) {
      json.put("maxItems", options.maxItems());
    }
    if (options.maxTotalChargeUsd() != null) {
      json.put("maxTotalChargeUsd", options.maxTotalChargeUsd());
    }
    json.put("diskMbytes", options.memoryMbytes() * 2);
  }

  private static void usage(ObjectNode json, Run run, Progress progress) {
    json.put("usageTotalUsd", usd(run, progress));
    if (progress.status() == RunStatus.SUCCEEDED) {
      json.putObject("chargedEventCounts")
          .put("actor-start", 1)
          .put("result", Prices.charged(progress.items(), run.options()));
    }
  }

  /** Nothing before the run has ended. */
  static BigDecimal usd(Run run, Progress progress) {
    return progress.status().isTerminal()
        ? Prices.usd(progress.items(), run.options())
        : BigDecimal.ZERO;
  }

  private static @Nullable String message(Run run, Progress progress) {
    return switch (progress.status()) {
      case READY -> null;
      case RUNNING -> "Scraping %d/%d posts".formatted(progress.items(), run.items());
      case SUCCEEDED -> "Finished";
      case FAILED -> "The Actor process failed";
      case TIMED_OUT -> "The Actor timed out";
      case ABORTED -> "Actor was aborted";
    };
  }

  private static @Nullable Boolean isMessageTerminal(RunStatus status) {
    return switch (status) {
      case READY, RUNNING, TIMED_OUT -> null;
      case SUCCEEDED, FAILED, ABORTED -> true;
    };
  }

  private static @Nullable Integer exitCode(RunStatus status) {
    return switch (status) {
      case READY, RUNNING, TIMED_OUT -> null;
      case SUCCEEDED, ABORTED -> 0;
      case FAILED -> 1;
    };
  }
}
