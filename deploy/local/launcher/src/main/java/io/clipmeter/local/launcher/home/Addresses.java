package io.clipmeter.local.launcher.home;

/**
 * Where the parts are reached. The engines and services listen on the loopback only; {@code
 * localhost} is used where a person or a token reads the address, the number where a program
 * connects.
 */
public record Addresses(Ports ports) {
  public String gateway() {
    return "http://localhost:" + ports.of(Port.GATEWAY);
  }

  public String apiDocs() {
    return gateway() + "/docs";
  }

  public String metrics() {
    return "http://localhost:" + ports.of(Port.GATEWAY_MANAGEMENT) + "/actuator/prometheus";
  }

  /** The {@code iss} of every token. */
  public String issuer() {
    return "http://localhost:" + ports.of(Port.ISSUER);
  }

  public String simulator() {
    return "http://127.0.0.1:" + ports.of(Port.SIMULATOR);
  }

  public String kafka() {
    return "localhost:" + ports.of(Port.KAFKA);
  }

  /** The address of a port for a program. */
  public String http(Port port) {
    return "http://127.0.0.1:" + ports.of(port);
  }

  public String jdbc(String database) {
    return "jdbc:postgresql://127.0.0.1:" + ports.of(Port.POSTGRES) + "/" + database;
  }
}
