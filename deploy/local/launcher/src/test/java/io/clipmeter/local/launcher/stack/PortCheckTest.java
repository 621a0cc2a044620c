package io.clipmeter.local.launcher.stack;

import static org.assertj.core.api.Assertions.assertThat;

import io.clipmeter.local.launcher.home.Port;
import io.clipmeter.local.launcher.home.Ports;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PortCheckTest {
  @Test
  void namesTheHolderAndTheFlagThatHelps() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      long self = ProcessHandle.current().pid();

      assertThat(new PortCheck(ports(socket), Set.of()).problem(Port.GATEWAY))
          .hasValueSatisfying(
              sentence ->
                  assertThat(sentence)
                      .contains("Port " + socket.getLocalPort() + " (gateway)")
                      .contains("process " + self + " (", "java")
                      .contains("--port gateway="));
    }
  }

  @Test
  void takesNoOffenceAtTheStackItself() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      Set<Long> ours = Set.of(ProcessHandle.current().pid());

      assertThat(new PortCheck(ports(socket), ours).problem(Port.GATEWAY)).isEmpty();
    }
  }

  private static Ports ports(ServerSocket socket) {
    return Ports.USUAL.with(List.of("gateway=" + socket.getLocalPort()));
  }
}
