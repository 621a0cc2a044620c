package io.clipmeter.local.launcher.service;

import io.clipmeter.local.launcher.home.Addresses;
import io.clipmeter.local.launcher.home.Home;
import io.clipmeter.local.launcher.home.Port;
import io.clipmeter.local.launcher.home.Secrets;
import io.clipmeter.local.launcher.home.Settings;
import io.clipmeter.local.launcher.process.Part;
import io.clipmeter.local.launcher.service.BootPart.Description;
import java.util.List;
import java.util.Map;

/** The programs of this repository, in the order in which they start. */
public final class Services {
  private final Home home;
  private final Settings settings;
  private final Addresses addresses;
  private final ServiceEnvironment environment;

  public Services(Home home, Settings settings, Secrets secrets) {
    this.home = home;
    this.settings = settings;
    this.addresses = new Addresses(settings.ports());
    this.environment = new ServiceEnvironment(settings.ports(), secrets);
  }

  /** What the services lean on locally: who issues tokens, and the platforms that they read. */
  public List<Part> helpers() {
    return List.of(issuer(), new Simulator(home, settings));
  }

  /** The six services. The gateway comes last: it is only of use when the others are there. */
  public List<Part> services() {
    return List.of(
        service(
            "submission", Port.SUBMISSION, Port.SUBMISSION_MANAGEMENT, environment.submission()),
        service("tracking", Port.TRACKING, Port.TRACKING_MANAGEMENT, environment.tracking()),
        service("earnings", Port.EARNINGS, Port.EARNINGS_MANAGEMENT, environment.earnings()),
        service("payout", Port.PAYOUT, Port.PAYOUT_MANAGEMENT, environment.payout()),
        service("analytics", Port.ANALYTICS, Port.ANALYTICS_MANAGEMENT, environment.analytics()),
        service("gateway", Port.GATEWAY, Port.GATEWAY_MANAGEMENT, environment.gateway()));
  }

  private Part issuer() {
    return new BootPart(
        home,
        new Description(
            "issuer",
            home.root().resolve("deploy/local/issuer"),
            List.of(Port.ISSUER),
            environment.issuer(),
            addresses.http(Port.ISSUER) + "/.well-known/openid-configuration"));
  }

  private Part service(String name, Port http, Port management, Map<String, String> variables) {
    return new BootPart(
        home,
        new Description(
            name,
            home.root().resolve(name + "-service"),
            List.of(http, management),
            variables,
            addresses.http(management) + "/actuator/health/readiness"));
  }
}
