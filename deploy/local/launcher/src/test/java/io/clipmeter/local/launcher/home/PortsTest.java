package io.clipmeter.local.launcher.home;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PortsTest {
  @Test
  void hasTheUsualNumbersUnlessTold() {
    assertThat(Ports.USUAL.of(Port.GATEWAY)).isEqualTo(8080);
    assertThat(Ports.USUAL.of(Port.KAFKA_CONTROLLER)).isEqualTo(8193);
  }

  @Test
  void takesSeveralChanges() {
    Ports ports = Ports.USUAL.with(List.of("gateway=8081", "kafka-controller=9999"));

    assertThat(ports.of(Port.GATEWAY)).isEqualTo(8081);
    assertThat(ports.of(Port.KAFKA_CONTROLLER)).isEqualTo(9999);
    assertThat(ports.of(Port.KAFKA)).isEqualTo(8192);
  }

  @Test
  void forgetsAChangeBackToTheUsualNumber() {
    assertThat(Ports.USUAL.with(List.of("gateway=8081")).with(List.of("gateway=8080")))
        .isEqualTo(Ports.USUAL);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "gateway           | PART=NUMBER",
        "gateway=           | is no number",
        "gateway=eighty     | --port gateway=eighty: 'eighty' is no number",
        "gateway=0          | 1 to 65535, not 0",
        "gateway=65536      | 1 to 65535, not 65536",
        "gatewai=8081       | no port of the name 'gatewai'; there are gateway, gateway-management",
        "gateway=8101       | gateway and submission cannot both have port 8101",
        "gateway=8080=8081  | --port gateway=8080=8081: '8080=8081' is no number"
      })
  void refusesWhatIsNoPort(String option, String reason) {
    assertThatThrownBy(() -> Ports.USUAL.with(List.of(option)))
        .isInstanceOf(Failure.class)
        .hasMessageContaining(reason);
  }

  @Test
  void everyLabelNamesItsPort() {
    assertThat(Port.values())
        .allSatisfy(port -> assertThat(Port.labelled(port.label())).isEqualTo(port));
  }
}
