package io.clipmeter.local.launcher.session;

import io.clipmeter.local.launcher.engine.Databases;
import io.clipmeter.local.launcher.home.Addresses;
import io.clipmeter.local.launcher.home.Port;
import io.clipmeter.local.launcher.home.Secrets;
import io.clipmeter.local.launcher.stack.PartState;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The answers of {@code status}. */
public final class StatusReport {
  private final Installation installation;

  public StatusReport(Installation installation) {
    this.installation = installation;
  }

  public String table(List<PartState> states) {
    StringBuilder text = new StringBuilder("  part          state      port      pid      MB\n");
    for (PartState state : states) {
      text.append(
          "  %-12s  %-9s %5d  %7s  %6s%n"
              .formatted(
                  state.name(),
                  word(state),
                  mainPort(state),
                  state.pid() == 0 ? "-" : state.pid(),
                  state.pid() == 0 ? "-" : state.residentMegabytes()));
    }
    long megabytes = states.stream().mapToLong(PartState::residentMegabytes).sum();
    return text.append("  %-40s %6d%n".formatted("in all", megabytes)).toString();
  }

  public String json(List<PartState> states) {
    JsonMapper mapper = JsonMapper.builder().build();
    ObjectNode json = mapper.createObjectNode();
    ArrayNode parts = json.putArray("parts");
    for (PartState state : states) {
      ObjectNode part = parts.addObject().put("name", state.name()).put("state", word(state));
      part.put("port", mainPort(state));
      if (state.pid() != 0) {
        part.put("pid", state.pid()).put("rssMb", state.residentMegabytes());
      }
      part.put("log", installation.home().log(state.name()).toString());
      ObjectNode ports = part.putObject("ports");
      state.ports().forEach(ports::put);
    }
    ObjectNode urls = json.putObject("urls");
    variables().forEach(urls::put);
    return mapper.writerWithDefaultPrettyPrinter().writeValueAsString(json) + "\n";
  }

  /** Lines that {@code eval "$(./clipmeter status -o env)"} understands. */
  public String env() {
    Map<String, String> all = variables();
    Secrets secrets = new Secrets(installation.home());
    int port = installation.settings().ports().of(Port.POSTGRES);
    for (String database : Databases.NAMES) {
      all.put(
          database.toUpperCase(Locale.ROOT) + "_DATABASE_URL",
          "postgresql://%s:%s@127.0.0.1:%d/%s"
              .formatted(database, secrets.databasePassword(database), port, database));
    }
    return all.entrySet().stream()
        .map(entry -> entry.getKey() + "=" + entry.getValue() + "\n")
        .collect(Collectors.joining());
  }

  private Map<String, String> variables() {
    Addresses at = installation.addresses();
    Map<String, String> variables = new LinkedHashMap<>();
    variables.put("GATEWAY_URL", at.gateway());
    variables.put("DOCS_URL", at.apiDocs());
    variables.put("METRICS_URL", at.metrics());
    variables.put("ISSUER_URL", at.issuer());
    variables.put("SIMULATOR_URL", at.simulator());
    variables.put("KAFKA_BOOTSTRAP", at.kafka());
    return variables;
  }

  private static int mainPort(PartState state) {
    return state.ports().values().iterator().next();
  }

  private static String word(PartState state) {
    return state.state().name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
