package io.clipmeter.testing;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The Docker daemon behind a socket, asked with plain HTTP.
 *
 * <p>Testcontainers is not asked, because its own check may pull an image and so hang for minutes
 * on a machine that cannot.
 *
 * @param socket where the daemon listens
 * @param insideContainer whether this JVM itself runs in a container, where Testcontainers needs to
 *     be told the host
 * @param hostOverride the host as told by {@code TESTCONTAINERS_HOST_OVERRIDE}
 */
record DockerDaemon(Path socket, boolean insideContainer, @Nullable String hostOverride) {

  private static final long PATIENCE_SECONDS = 3;

  static DockerDaemon ofThisMachine() {
    Map<String, String> environment = System.getenv();
    String host = environment.getOrDefault("DOCKER_HOST", "unix:///var/run/docker.sock");
    Path socket = Path.of(host.startsWith("unix://") ? host.substring("unix://".length()) : "");
    return new DockerDaemon(
        socket,
        Files.exists(Path.of("/.dockerenv")),
        environment.get("TESTCONTAINERS_HOST_OVERRIDE"));
  }

  /** Whether containers of our two images can start at once, without a pull and without a hang. */
  boolean servesOurImages() {
    return (!insideContainer || hostOverride != null)
        && holds(DockerEngines.POSTGRES_IMAGE)
        && holds(DockerEngines.KAFKA_IMAGE);
  }

  private boolean holds(String image) {
    if (!Files.exists(socket) || Files.isDirectory(socket)) {
      return false;
    }
    var answer = new CompletableFuture<Boolean>();
    Thread.ofVirtual().start(() -> answer.complete(ask("/images/" + image + "/json")));
    return answer.completeOnTimeout(false, PATIENCE_SECONDS, TimeUnit.SECONDS).join();
  }

  private boolean ask(String path) {
    try (var channel = SocketChannel.open(StandardProtocolFamily.UNIX)) {
      channel.connect(UnixDomainSocketAddress.of(socket));
      String request = "GET " + path + " HTTP/1.0\r\nHost: docker\r\n\r\n";
      channel.write(ByteBuffer.wrap(request.getBytes(StandardCharsets.US_ASCII)));
      byte[] status = Channels.newInputStream(channel).readNBytes("HTTP/1.1 200".length());
      return new String(status, StandardCharsets.US_ASCII).endsWith(" 200");
    } catch (IOException nobodyThere) {
      return false;
    }
  }
}
