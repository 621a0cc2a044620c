package io.clipmeter.local.launcher.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.clipmeter.local.launcher.home.Home;
import io.clipmeter.local.launcher.home.Ports;
import io.clipmeter.local.launcher.home.Settings;
import io.clipmeter.local.launcher.stack.PartState;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class StatusReportTest {
  private static final PartState GATEWAY =
      new PartState("gateway", PartState.State.READY, Map.of("gateway", 8081), 4711, 150);
  private static final PartState PAYOUT =
      new PartState("payout", PartState.State.DIED, Map.of("payout", 8104), 0, 0);

  @TempDir private Path folder;
  private StatusReport report;

  @BeforeEach
  void open() {
    Settings settings = new Settings(Ports.USUAL.with(List.of("gateway=8081")), null, null);
    report = new StatusReport(new Installation(new Home(folder), settings));
  }

  @Test
  void givesAShellWhatItNeeds() {
    assertThat(report.env().lines())
        .contains(
            "GATEWAY_URL=http://localhost:8081",
            "ISSUER_URL=http://localhost:8110",
            "KAFKA_BOOTSTRAP=localhost:8192",
            "SIMULATOR_URL=http://127.0.0.1:8111")
        .anyMatch(
            line ->
                line.matches(
                    "EARNINGS_DATABASE_URL=postgresql://earnings:[0-9a-f]{32}@127.0.0.1:8132/earnings"))
        // Nothing that a shell would take for more than a word.
        .allMatch(line -> line.matches("[A-Z_]+=[A-Za-z0-9:/@._-]+"));
  }

  @Test
  void givesAProgramEachPart() {
    JsonNode json = JsonMapper.builder().build().readTree(report.json(List.of(GATEWAY, PAYOUT)));

    JsonNode gateway = json.path("parts").get(0);
    assertThat(gateway.path("state").asString()).isEqualTo("ready");
    assertThat(gateway.path("pid").asLong()).isEqualTo(4711);
    assertThat(gateway.path("port").asInt()).isEqualTo(8081);
    assertThat(gateway.path("rssMb").asLong()).isEqualTo(150);
    assertThat(json.path("parts").get(1).path("state").asString()).isEqualTo("died");
    assertThat(json.path("parts").get(1).has("pid")).isFalse();
  }

  @Test
  void givesAPersonATable() {
    assertThat(report.table(List.of(GATEWAY, PAYOUT)).lines())
        .hasSize(4)
        .anyMatch(line -> line.matches(" *gateway +ready +8081 +4711 +150"))
        .anyMatch(line -> line.matches(" *payout +died +8104 +- +-"));
  }
}
