package io.clipmeter.local.launcher.session;

import io.clipmeter.local.launcher.client.Person;
import io.clipmeter.local.launcher.home.Addresses;
import io.clipmeter.local.launcher.stack.PartState;
import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;

/** What a person needs to go on: where things are, who they can be, and what to type next. */
public final class ReadyBlock {
  private final Installation installation;
  private final PrintStream out;

  public ReadyBlock(Installation installation, PrintStream out) {
    this.installation = installation;
    this.out = out;
  }

  /**
   * @param took the time that the command took
   */
  public void print(Duration took) {
    Addresses at = installation.addresses();
    long megabytes = installation.states().stream().mapToLong(PartState::residentMegabytes).sum();
    out.printf(
        Locale.ROOT,
        "%nReady after %d s; %d MB of memory in all.%n%n",
        took.toSeconds(),
        megabytes);
    out.println("  Gateway    " + at.gateway());
    out.println("  API docs   " + at.apiDocs());
    out.println("  Metrics    " + at.metrics());
    out.println("  Issuer     " + at.issuer());
    out.println("  Kafka      " + at.kafka());
    out.println();
    out.println("Tokens, good for 12 hours");
    for (Person person : Person.values()) {
      out.printf("  %-9s  %s%n", person.label(), Up.token(installation, person));
    }
    out.println();
    out.println("Try");
    out.printf(
        "  curl -s -H \"Authorization: Bearer $(%s token admin)\" %s/api/admin/campaigns%n",
        Installation.script(), at.gateway());
    out.printf("  kcat -b %s -t clipping.view-updates.v1 -C -e -f '%%h\\n%%s\\n'%n", at.kafka());
    out.println();
    out.println("Next");
    out.printf(
        "  %s demo      follows a view until it is a paid cent, and checks every sum%n",
        Installation.script());
    out.printf(
        "  %s status    shows what runs; logs SERVICE, down and --help tell the rest%n",
        Installation.script());
  }
}
