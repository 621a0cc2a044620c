package io.clipmeter.local.launcher.service;

import io.clipmeter.local.launcher.home.Addresses;
import io.clipmeter.local.launcher.home.Port;
import io.clipmeter.local.launcher.home.Ports;
import io.clipmeter.local.launcher.home.Secrets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The environment variables of each service, the same names as in production. */
final class ServiceEnvironment {
  private static final List<Port> BEHIND_THE_GATEWAY =
      List.of(Port.SUBMISSION, Port.TRACKING, Port.EARNINGS, Port.PAYOUT, Port.ANALYTICS);

  private final Ports ports;
  private final Addresses addresses;
  private final Secrets secrets;

  ServiceEnvironment(Ports ports, Secrets secrets) {
    this.ports = ports;
    this.addresses = new Addresses(ports);
    this.secrets = secrets;
  }

  Map<String, String> issuer() {
    return Map.of(
        "CLIPMETER_LOCAL", "true",
        "SERVER_ADDRESS", "127.0.0.1",
        "SERVER_PORT", Integer.toString(ports.of(Port.ISSUER)),
        "ISSUER_URL", addresses.issuer(),
        "ISSUER_KEY_FILE", secrets.issuerKeyFile().toString());
  }

  Map<String, String> submission() {
    return withDatabase("submission", Port.SUBMISSION, Port.SUBMISSION_MANAGEMENT);
  }

  Map<String, String> tracking() {
    Map<String, String> environment =
        withDatabase("tracking", Port.TRACKING, Port.TRACKING_MANAGEMENT);
    environment.put("APIFY_BASE_URL", addresses.simulator());
    environment.put("APIFY_API_KEY", "local");
    environment.put("CLIPMETER_TRACKING_APIFY_SIMULATED", "true");
    environment.put("APIFY_MONTHLY_CAP_USD", "1000000");
    environment.put("TRACKING_SECRETS_KEY", secrets.trackingSecretsKey());
    // The simulator charges nothing and has no quota; a demo should not wait for the next minute.
    environment.put("CLIPMETER_TRACKING_APIFY_CALLS_PERMINUTE", "6000");
    // The simulator's days last seconds: a first count of nothing is read again at once.
    environment.put("CLIPMETER_TRACKING_BASELINE_DOUBTFOR", "0s");
    environment.put("CLIPMETER_TRACKING_BASELINE_DOUBTRETRY", "1s");
    return environment;
  }

  Map<String, String> earnings() {
    return withDatabase("earnings", Port.EARNINGS, Port.EARNINGS_MANAGEMENT);
  }

  Map<String, String> payout() {
    Map<String, String> environment = withDatabase("payout", Port.PAYOUT, Port.PAYOUT_MANAGEMENT);
    environment.put("PAYOUT_DETAILS_KEY", secrets.payoutDetailsKey());
    environment.put("PAYPAL_BASE_URL", addresses.simulator());
    environment.put("PAYPAL_CLIENT_ID", "local");
    environment.put("PAYPAL_CLIENT_SECRET", "local");
    // The simulator pays at once and calls no webhook; a demo should not wait to be asked for.
    environment.put("CLIPMETER_PAYOUT_PAYPAL_TICK", "1s");
    environment.put("CLIPMETER_PAYOUT_PAYPAL_FIRSTGAP", "1s");
    return environment;
  }

  Map<String, String> analytics() {
    return withDatabase("analytics", Port.ANALYTICS, Port.ANALYTICS_MANAGEMENT);
  }

  Map<String, String> gateway() {
    Map<String, String> environment = common(Port.GATEWAY, Port.GATEWAY_MANAGEMENT);
    for (Port port : BEHIND_THE_GATEWAY) {
      String name = port.label().toUpperCase(Locale.ROOT);
      environment.put("CLIPMETER_GATEWAY_" + name + "_URL", addresses.http(port));
    }
    return environment;
  }

  private Map<String, String> withDatabase(String database, Port http, Port management) {
    Map<String, String> environment = common(http, management);
    environment.put("SPRING_DATASOURCE_URL", addresses.jdbc(database));
    environment.put("SPRING_DATASOURCE_USERNAME", database);
    environment.put("SPRING_DATASOURCE_PASSWORD", secrets.databasePassword(database));
    environment.put("CLIPMETER_KAFKA_PARTITIONS", "6");
    environment.put("CLIPMETER_KAFKA_REPLICATION_FACTOR", "1");
    return environment;
  }

  private Map<String, String> common(Port http, Port management) {
    Map<String, String> environment = new HashMap<>();
    environment.put("SERVER_ADDRESS", "127.0.0.1");
    environment.put("SERVER_PORT", Integer.toString(ports.of(http)));
    environment.put("MANAGEMENT_SERVER_ADDRESS", "127.0.0.1");
    environment.put("MANAGEMENT_SERVER_PORT", Integer.toString(ports.of(management)));
    environment.put("SPRING_KAFKA_BOOTSTRAP_SERVERS", "127.0.0.1:" + ports.of(Port.KAFKA));
    environment.put("SPRING_SECURITY_OAUTH2_RESOURCESERVER_JWT_ISSUER_URI", addresses.issuer());
    environment.put(
        "SPRING_SECURITY_OAUTH2_RESOURCESERVER_JWT_JWK_SET_URI",
        addresses.http(Port.ISSUER) + "/oauth2/jwks");
    return environment;
  }
}
