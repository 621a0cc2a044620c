package io.clipmeter.chassis.hook;

import io.clipmeter.chassis.problem.ProblemException;
import io.clipmeter.chassis.problem.ProblemType;
import java.io.IOException;
import java.io.InputStream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The calls of one provider.
 *
 * @param caller its name, as people know it
 */
public record Calls(String caller) {
  /** So long is a call at most. */
  public static final int BYTES_MAX = 100_000;

  private static final ProblemType NOT_SET_UP =
      new ProblemType("webhook-not-configured", 404, "Nobody listens here");
  private static final ProblemType NOT_SIGNED =
      new ProblemType("webhook-signature-invalid", 401, "The call is not signed as it must be");
  private static final ProblemType UNREADABLE =
      new ProblemType("webhook-unreadable", 400, "The body is no call of its provider");
  private static final ProblemType TOO_LARGE =
      new ProblemType("too-large", 413, "The request is too large");

  /**
   * Anybody may call, and who it is shows only in the whole body: no more than this is read.
   *
   * @throws ProblemException 413 where it is longer than {@link #BYTES_MAX}, 400 where it is cut
   */
  public byte[] bounded(InputStream sent) {
    byte[] body;
    try {
      body = sent.readNBytes(BYTES_MAX + 1);
    } catch (IOException cut) {
      throw unreadable("It did not arrive whole.");
    }
    if (body.length > BYTES_MAX) {
      throw TOO_LARGE.because("A call has at most " + BYTES_MAX + " bytes.");
    }
    return body;
  }

  /**
   * The body as JSON.
   *
   * @throws ProblemException 400 where it is none
   */
  public JsonNode parsed(byte[] body, JsonMapper json) {
    try {
      return json.readTree(body);
    } catch (JacksonException notJson) {
      throw unreadable("It is not JSON.");
    }
  }

  /** 404: the service was started without this variable. */
  public ProblemException notSetUp(String variable) {
    return NOT_SET_UP.because("The service was started without " + variable + ".");
  }

  /** 401. */
  public ProblemException notSigned(String why) {
    return NOT_SIGNED.because(why);
  }

  /** 400: no call of this provider. */
  public ProblemException unreadable(String why) {
    return UNREADABLE.because("From " + caller + " another body is expected. " + why);
  }
}
