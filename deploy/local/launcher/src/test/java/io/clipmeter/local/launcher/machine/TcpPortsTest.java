package io.clipmeter.local.launcher.machine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;

class TcpPortsTest {
  private static final String LISTENS =
      "   0: 0100007F:1FC4 00000000:0000 0A 00000000:00000000 00:00000000 00000000     0        0"
          + " 4711 1 0 100 0";

  @Test
  void knowsATakenPortAndItsHolder() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      assertThat(TcpPorts.free(socket.getLocalPort())).isFalse();
      assertThat(TcpPorts.answers(socket.getLocalPort())).isTrue();
      assertThat(TcpPorts.holder(socket.getLocalPort())).hasValue(ProcessHandle.current().pid());
    }
  }

  @Test
  void knowsAPortThatIsTakenOnAllAddresses() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      assertThat(TcpPorts.free(socket.getLocalPort())).isFalse();
    }
  }

  @Test
  void knowsAFreePort() throws IOException {
    ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
    int port = socket.getLocalPort();
    socket.close();

    assertThat(TcpPorts.free(port)).isTrue();
    assertThat(TcpPorts.holder(port)).isEmpty();
  }

  @Test
  void readsTheSystemsTableOfSockets() {
    assertThat(TcpPorts.listeningSocket(LISTENS, 0x1FC4)).contains("socket:[4711]");
    assertThat(TcpPorts.listeningSocket(LISTENS, 0x1FC5)).isEmpty();
    assertThat(TcpPorts.listeningSocket(LISTENS.replace(" 0A ", " 01 "), 0x1FC4)).isEmpty();
    assertThat(TcpPorts.listeningSocket("  sl  local_address rem_address", 0x1FC4)).isEmpty();
  }
}
