package io.clipmeter.local.launcher.client;

import tools.jackson.databind.JsonNode;

/**
 * What came back.
 *
 * @param status the HTTP status
 * @param body the JSON of the answer, a missing node when there is none
 * @param repeated whether the request was sent more than once, so that an earlier copy of it may
 *     have taken effect
 */
public record Answer(int status, JsonNode body, boolean repeated) {
  public boolean ok() {
    return status >= 200 && status < 300;
  }

  /** A text of the answer; empty when it is missing. */
  public String text(String field) {
    return body.path(field).asString("");
  }

  /**
   * The end of the problem's type, for example {@code duplicate-video}; empty when the answer is no
   * problem.
   */
  public String problem() {
    String type = text("type");
    return type.substring(type.lastIndexOf('/') + 1);
  }
}
