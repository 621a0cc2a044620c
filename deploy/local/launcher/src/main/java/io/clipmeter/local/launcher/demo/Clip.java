package io.clipmeter.local.launcher.demo;

import io.clipmeter.local.launcher.client.Person;
import tools.jackson.databind.JsonNode;

/**
 * A submission of a walk.
 *
 * @param initialViews the views when it was submitted; -1 until they are known
 */
record Clip(String id, Person clipper, String platform, String videoId, long initialViews) {
  /** Reads a submission of the API, whose baseline may not be known yet. */
  static Clip of(Person clipper, JsonNode submission) {
    return new Clip(
        submission.path("id").asString(),
        clipper,
        submission.path("platform").asString(),
        submission.path("videoId").asString(),
        submission.path("initialViews").asLong(-1));
  }

  Clip withInitialViews(long views) {
    return new Clip(id, clipper, platform, videoId, views);
  }

  /** For people. */
  String label() {
    return clipper.clientId() + "'s " + platform + " " + videoId;
  }
}
