package io.clipmeter.local.launcher.home;

import static java.util.stream.Collectors.joining;

import java.util.Arrays;
import java.util.Locale;

/** Every TCP port of the stack, with the number it has unless {@code --port} changes it. */
public enum Port {
  GATEWAY(8080),
  GATEWAY_MANAGEMENT(9080),
  SUBMISSION(8101),
  SUBMISSION_MANAGEMENT(9101),
  TRACKING(8102),
  TRACKING_MANAGEMENT(9102),
  EARNINGS(8103),
  EARNINGS_MANAGEMENT(9103),
  PAYOUT(8104),
  PAYOUT_MANAGEMENT(9104),
  ANALYTICS(8105),
  ANALYTICS_MANAGEMENT(9105),
  ISSUER(8110),
  SIMULATOR(8111),
  POSTGRES(8132),
  KAFKA(8192),
  KAFKA_CONTROLLER(8193);

  private final int usual;

  Port(int usual) {
    this.usual = usual;
  }

  /** The number without any {@code --port}. */
  public int usual() {
    return usual;
  }

  /** The name in {@code --port NAME=NUMBER}, for example {@code gateway-management}. */
  public String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /**
   * The port of this label.
   *
   * @throws Failure that lists the labels when there is none
   */
  public static Port labelled(String label) {
    return Arrays.stream(values())
        .filter(port -> port.label().equals(label))
        .findFirst()
        .orElseThrow(
            () ->
                new Failure(
                    "There is no port of the name '%s'; there are %s.".formatted(label, labels())));
  }

  private static String labels() {
    return Arrays.stream(values()).map(Port::label).collect(joining(", "));
  }
}
