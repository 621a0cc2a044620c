package io.clipmeter.testing.backing;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * The Docker daemon behind a socket, asked with plain HTTP.
 *
 * <p>Testcontainers is not asked, because its own check may pull an image and so hang for minutes
 * on a machine that cannot.
 *
 * @param socket where the daemon listens
 * @param images all that must be there already
 * @param hostKnown whether Testcontainers can tell the host without starting a container for it
 * @param patience how long the daemon may take for one answer
 */
record DockerDaemon(Path socket, List<String> images, boolean hostKnown, Duration patience) {

  static DockerDaemon ofThisMachine() {
    Map<String, String> environment = System.getenv();
    boolean reaper = !Boolean.parseBoolean(environment.get("TESTCONTAINERS_RYUK_DISABLED"));
    boolean inContainer = Files.exists(Path.of("/.dockerenv"));
    return new DockerDaemon(
        socket(environment.getOrDefault("DOCKER_HOST", "unix:///var/run/docker.sock")),
        DockerEngines.images(reaper),
        !inContainer || environment.containsKey("TESTCONTAINERS_HOST_OVERRIDE"),
        Duration.ofSeconds(3));
  }

  /** A daemon that is reached over TCP counts as absent: {@code -Dtest.backing=docker} takes it. */
  private static Path socket(String host) {
    return Path.of(host.startsWith("unix://") ? host.substring("unix://".length()) : "no-socket");
  }

  /** Why containers cannot start at once, without a pull and without a hang; empty if they can. */
  Optional<String> obstacle() {
    if (!Files.exists(socket)) {
      return Optional.of("there is no Docker socket " + socket);
    }
    if (!hostKnown) {
      return Optional.of("this is a container and TESTCONTAINERS_HOST_OVERRIDE is not set");
    }
    return images.stream()
        .filter(image -> !holds(image))
        .findFirst()
        .map(image -> "Docker does not answer or has no image " + image);
  }

  private boolean holds(String image) {
    var answer = new CompletableFuture<Boolean>();
    Thread.ofVirtual().start(() -> answer.complete(ask("/images/" + image + "/json")));
    return answer.completeOnTimeout(false, patience.toMillis(), TimeUnit.MILLISECONDS).join();
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
