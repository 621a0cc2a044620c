package io.clipmeter.benchmarks.engine;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.Uuid;

/** One broker, the program of production, in a process of its own; it loads no side's heap. */
public final class Kafka implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final int ANSWER_MILLIS = 2_000;
  private static final int ATTEMPTS = 50;
  private static final int PORT_MIN = 20_000;
  private static final int PORT_END = 32_000;
  private static final String SETTINGS =
      """
      process.roles=broker,controller
      node.id=1
      controller.quorum.voters=1@127.0.0.1:%2$d
      listeners=PLAINTEXT://127.0.0.1:%1$d,CONTROLLER://127.0.0.1:%2$d
      advertised.listeners=PLAINTEXT://127.0.0.1:%1$d
      controller.listener.names=CONTROLLER
      listener.security.protocol.map=PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT
      log.dirs=%3$s
      auto.create.topics.enable=false
      offsets.topic.replication.factor=1
      offsets.topic.num.partitions=1
      transaction.state.log.replication.factor=1
      transaction.state.log.min.isr=1
      transaction.state.log.num.partitions=5
      group.initial.rebalance.delay.ms=0
      """;

  private final Path folder;
  private final String servers;
  private Child process;

  private Kafka(Path folder, String servers, Child process) {
    this.folder = folder;
    this.servers = servers;
    this.process = process;
  }

  static Kafka start(Path folder) throws IOException, InterruptedException {
    int[] ports = freePorts();
    Path settings = settings(folder);
    Files.writeString(settings, SETTINGS.formatted(ports[0], ports[1], folder.resolve("kafka")));
    String id = Uuid.randomUuid().toString();
    List<String> format =
        List.of("kafka.tools.StorageTool", "format", "-t", id, "-c", settings.toString());
    java("kafka-format", format, folder).finish();
    Kafka kafka = new Kafka(folder, "127.0.0.1:" + ports[0], run(folder));
    try {
      kafka.awaitServing();
      return kafka;
    } catch (RuntimeException | InterruptedException e) {
      kafka.close();
      throw e;
    }
  }

  private static Path settings(Path folder) {
    return folder.resolve("kafka.properties");
  }

  private static Child run(Path folder) throws IOException {
    return java("kafka", List.of("kafka.Kafka", settings(folder).toString()), folder);
  }

  private void awaitServing() throws InterruptedException {
    try (Admin admin = admin()) {
      process.await("it served", () -> serves(admin), PATIENCE);
    }
  }

  /** Begins again at the same address with the data that its end has left. */
  void startAgain() throws IOException, InterruptedException {
    process = run(folder);
    awaitServing();
  }

  /** The broker's jars are on the class path of this program. */
  private static Child java(String name, List<String> program, Path folder) throws IOException {
    List<String> arguments = new ArrayList<>();
    arguments.addAll(List.of("-XX:+UseSerialGC", "-Xmx768m"));
    arguments.addAll(List.of("-cp", System.getProperty("java.class.path")));
    arguments.addAll(program);
    return Child.java(name, arguments, folder);
  }

  /** Both are open at the same time, so they differ. */
  private static int[] freePorts() throws IOException {
    try (ServerSocket one = open();
        ServerSocket two = open()) {
      return new int[] {one.getLocalPort(), two.getLocalPort()};
    }
  }

  /** Not a port that a client could be given while the broker is away. */
  private static ServerSocket open() throws IOException {
    IOException taken = new IOException("no port is free");
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      int port = ThreadLocalRandom.current().nextInt(PORT_MIN, PORT_END);
      try {
        return new ServerSocket(port, 1, InetAddress.getLoopbackAddress());
      } catch (IOException e) {
        taken.addSuppressed(e);
      }
    }
    throw taken;
  }

  private static boolean serves(Admin admin) {
    try {
      return !admin.describeCluster().nodes().get(ANSWER_MILLIS, TimeUnit.MILLISECONDS).isEmpty();
    } catch (ExecutionException | TimeoutException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  ProcessHandle process() {
    return process.handle();
  }

  /** Host and port. */
  public String servers() {
    return servers;
  }

  /** Creates topics, all with this many partitions. */
  public void create(List<String> topics, int partitions)
      throws ExecutionException, InterruptedException {
    short replicas = 1;
    try (Admin admin = admin()) {
      List<NewTopic> created =
          topics.stream().map(name -> new NewTopic(name, partitions, replicas)).toList();
      admin.createTopics(created).all().get();
    }
  }

  private Admin admin() {
    return Admin.create(
        Map.of(
            AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG,
            servers,
            AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG,
            ANSWER_MILLIS,
            AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG,
            Math.toIntExact(PATIENCE.toMillis())));
  }

  @Override
  public void close() throws InterruptedException {
    process.close();
  }
}
