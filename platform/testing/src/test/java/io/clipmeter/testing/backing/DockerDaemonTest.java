package io.clipmeter.testing.backing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What decides between Docker and embedded, against sockets that act like a daemon. */
class DockerDaemonTest {

  @TempDir Path folder;
  private Path socket = Path.of("");
  private ServerSocketChannel server = unopened();

  @BeforeEach
  void listen() throws IOException {
    socket = folder.resolve("docker.sock");
    server = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
    server.bind(UnixDomainSocketAddress.of(socket));
  }

  @AfterEach
  void close() throws IOException {
    server.close();
  }

  @Test
  void dockerThatHasTheImagesIsTaken() {
    answerAll("HTTP/1.1 200 OK\r\n\r\n{}");
    assertThat(daemon(true).obstacle()).isEmpty();
  }

  @Test
  void dockerWithoutTheImagesIsNotTaken() {
    answerAll("HTTP/1.1 404 Not Found\r\n\r\n{}");
    assertThat(daemon(true).obstacle()).hasValue("Docker does not answer or has no image one:1");
  }

  @Test
  void dockerThatNeverAnswersIsNotWaitedFor() {
    assertThat(daemon(true).obstacle()).isPresent();
  }

  @Test
  void dockerWhoseHostNobodyKnowsIsNotTaken() {
    assertThat(daemon(false).obstacle()).get().asString().contains("TESTCONTAINERS_HOST_OVERRIDE");
  }

  @Test
  void withoutASocketThereIsNoDocker() {
    var nowhere = new DockerDaemon(folder.resolve("none"), List.of(), true, Duration.ofMillis(300));
    assertThat(nowhere.obstacle()).isPresent();
  }

  private DockerDaemon daemon(boolean hostKnown) {
    return new DockerDaemon(socket, List.of("one:1", "two:2"), hostKnown, Duration.ofMillis(300));
  }

  private void answerAll(String answer) {
    ServerSocketChannel listening = server;
    Thread.ofVirtual().start(() -> answerAll(listening, answer));
  }

  private static void answerAll(ServerSocketChannel listening, String answer) {
    while (listening.isOpen()) {
      try (var client = listening.accept()) {
        client.read(ByteBuffer.allocate(1024));
        client.write(ByteBuffer.wrap(answer.getBytes(StandardCharsets.US_ASCII)));
      } catch (IOException closed) {
        return;
      }
    }
  }

  private static ServerSocketChannel unopened() {
    try {
      return ServerSocketChannel.open(StandardProtocolFamily.UNIX);
    } catch (IOException noUnixSockets) {
      throw new IllegalStateException(noUnixSockets);
    }
  }
}
