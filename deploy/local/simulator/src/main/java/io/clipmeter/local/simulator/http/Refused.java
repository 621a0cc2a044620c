package io.clipmeter.local.simulator.http;

/** A request that gets an error in Apify's form; thrown by the routes, written by the router. */
public final class Refused extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final int status;
  private final String type;

  /**
   * @param status HTTP status, 4xx
   * @param type Apify's stable word for the error
   * @param message a sentence for people
   */
  public Refused(int status, String type, String message) {
    super(message, null, false, false);
    this.status = status;
    this.type = type;
  }

  /** A value that the request carries is out of its range. */
  public static Refused invalid(String message) {
    return new Refused(400, "invalid-request", message);
  }

  /** The error as an answer. */
  public Answer answer() {
    return Answer.error(status, type, String.valueOf(getMessage()));
  }
}
