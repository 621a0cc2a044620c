package io.clipmeter.tracking.source.apify;

import io.clipmeter.tracking.source.call.ProviderFault;
import io.clipmeter.tracking.source.item.Times;
import java.time.Instant;
import tools.jackson.databind.JsonNode;

/**
 * A run of an actor.
 *
 * @param dataset where its items are, also those of a run that failed
 */
record ApifyRun(String id, String dataset, Status status) {

  /** How far it is. */
  enum Status {
    READY,
    RUNNING,
    SUCCEEDED,
    FAILED,
    TIMING_OUT,
    TIMED_OUT,
    ABORTING,
    ABORTED;

    boolean ended() {
      return switch (this) {
        case SUCCEEDED, FAILED, TIMED_OUT, ABORTED -> true;
        case READY, RUNNING, TIMING_OUT, ABORTING -> false;
      };
    }
  }

  /**
   * Reads {@code {"data":{...}}}.
   *
   * @throws ProviderFault where it is something else
   */
  static ApifyRun of(JsonNode answer) {
    return ofRun(answer.path("data"));
  }

  /** Reads a run as it stands in a list of runs. */
  static ApifyRun ofRun(JsonNode run) {
    return new ApifyRun(id(run, "id"), id(run, "defaultDatasetId"), status(run.path("status")));
  }

  /** These ids become part of a path. */
  static String id(JsonNode run, String name) {
    String id = run.path(name).isString() ? run.path(name).stringValue() : "";
    if (!id.matches("[A-Za-z0-9_-]{1,64}")) {
      throw new ProviderFault(ProviderFault.Kind.SHAPE, "a run without " + name);
    }
    return id;
  }

  /** When it began; long ago where it does not say. */
  static Instant startedAt(JsonNode run) {
    String text = run.path("startedAt").isString() ? run.path("startedAt").stringValue() : "";
    Instant at = Times.of(text, null);
    return at == null ? Instant.EPOCH : at;
  }

  private static Status status(JsonNode status) {
    String text = status.isString() ? status.stringValue().replace('-', '_') : "";
    for (Status known : Status.values()) {
      if (known.name().equals(text)) {
        return known;
      }
    }
    throw new ProviderFault(ProviderFault.Kind.SHAPE, "a run without a known status");
  }
}
