package io.clipmeter.local.launcher.engine;

import io.clipmeter.local.launcher.home.Failure;
import io.clipmeter.local.launcher.home.Home;
import io.clipmeter.local.launcher.home.Port;
import io.clipmeter.local.launcher.home.Ports;
import io.clipmeter.local.launcher.process.Detached;
import io.clipmeter.local.launcher.process.Helpers;
import io.clipmeter.local.launcher.process.Jvm;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.Uuid;

/** The broker's configuration file and its folder of logs. */
final class KafkaFiles {
  private static final String SETTINGS =
      """
      # Written by clipmeter up; changes are lost.
      process.roles=broker,controller
      node.id=1
      controller.quorum.voters=1@127.0.0.1:%2$d
      listeners=PLAINTEXT://127.0.0.1:%1$d,CONTROLLER://127.0.0.1:%2$d
      advertised.listeners=PLAINTEXT://127.0.0.1:%1$d
      controller.listener.names=CONTROLLER
      listener.security.protocol.map=PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT
      log.dirs=%3$s
      num.partitions=6
      auto.create.topics.enable=false
      # One broker cannot replicate, and six partitions are plenty for the offsets of a handful of groups.
      offsets.topic.replication.factor=1
      offsets.topic.num.partitions=6
      transaction.state.log.replication.factor=1
      transaction.state.log.min.isr=1
      transaction.state.log.num.partitions=6
      share.coordinator.state.topic.replication.factor=1
      share.coordinator.state.topic.min.isr=1
      group.initial.rebalance.delay.ms=0
      # The usual 128 MB would be half of the heap.
      log.cleaner.dedupe.buffer.size=16777216
      """;

  private final Home home;
  private final Ports ports;

  KafkaFiles(Home home, Ports ports) {
    this.home = home;
    this.ports = ports;
  }

  Path settings() {
    return home.folder("run").resolve("kafka.properties");
  }

  /** Writes the configuration, which holds no secret. */
  void writeSettings() {
    try {
      Files.writeString(
          settings(),
          SETTINGS.formatted(
              ports.of(Port.KAFKA),
              ports.of(Port.KAFKA_CONTROLLER),
              logs().toString().replace("\\", "\\\\")));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  boolean formatted() {
    return Files.exists(logs().resolve("meta.properties"));
  }

  /** Gives an empty folder the identity of a new cluster. */
  void format(Helpers helpers) {
    List<String> command = new ArrayList<>(Jvm.command(home, 128));
    command.add("-Dorg.slf4j.simpleLogger.defaultLogLevel=warn");
    command.addAll(List.of("-cp", Jvm.classPath(), "kafka.tools.StorageTool", "format"));
    command.addAll(List.of("--cluster-id", Uuid.randomUuid().toString()));
    command.addAll(List.of("--config", settings().toString(), "--ignore-formatted"));
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(home.log("kafka").toFile()));
    Detached.narrow(builder, Map.of());
    if (helpers.run(builder) != 0) {
      throw new Failure("The broker's folder could not be formatted.");
    }
  }

  private Path logs() {
    return home.data("kafka");
  }
}
