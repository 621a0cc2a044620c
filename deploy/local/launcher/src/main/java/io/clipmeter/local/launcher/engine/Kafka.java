package io.clipmeter.local.launcher.engine;

import io.clipmeter.local.launcher.home.Home;
import io.clipmeter.local.launcher.home.Port;
import io.clipmeter.local.launcher.home.Ports;
import io.clipmeter.local.launcher.machine.TcpPorts;
import io.clipmeter.local.launcher.process.Helpers;
import io.clipmeter.local.launcher.process.Jvm;
import io.clipmeter.local.launcher.process.Launch;
import io.clipmeter.local.launcher.process.Part;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;

/** The Kafka broker: one KRaft node, the same program as in production, in a process of its own. */
public final class Kafka implements Part {
  private static final int HEAP_MEGABYTES = 256;
  private static final int ANSWER_MILLIS = 2_000;

  private final Home home;
  private final Ports ports;
  private final KafkaFiles files;

  public Kafka(Home home, Ports ports) {
    this.home = home;
    this.ports = ports;
    this.files = new KafkaFiles(home, ports);
  }

  @Override
  public String name() {
    return "kafka";
  }

  @Override
  public List<Port> ports() {
    return List.of(Port.KAFKA, Port.KAFKA_CONTROLLER);
  }

  @Override
  public String prepare(Helpers helpers) {
    files.writeSettings();
    if (files.formatted()) {
      return "";
    }
    files.format(helpers);
    return "new, empty";
  }

  @Override
  public Launch launch() {
    List<String> command = new ArrayList<>(Jvm.command(home, HEAP_MEGABYTES));
    command.add("-Dorg.slf4j.simpleLogger.defaultLogLevel=warn");
    command.add("-Dorg.slf4j.simpleLogger.log.kafka.server=info");
    command.add("-Dorg.slf4j.simpleLogger.showDateTime=true");
    command.add("-Dorg.slf4j.simpleLogger.dateTimeFormat=yyyy-MM-dd'T'HH:mm:ss.SSSX");
    command.addAll(List.of("-cp", Jvm.classPath(), "kafka.Kafka", files.settings().toString()));
    // The ports are in the settings file; here they make a change of them visible.
    Map<String, String> environment =
        Map.of(
            "CLIPMETER_KAFKA_PORTS", ports.of(Port.KAFKA) + "," + ports.of(Port.KAFKA_CONTROLLER));
    return new Launch(name(), command, environment, home.root(), home.log(name()));
  }

  @Override
  public boolean ready() {
    int port = ports.of(Port.KAFKA);
    return TcpPorts.answers(port) && servesItself(port);
  }

  /** A broker that has registered itself names itself; one that is still loading names nobody. */
  private static boolean servesItself(int port) {
    Map<String, Object> settings =
        Map.of(
            AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, "127.0.0.1:" + port,
            AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, ANSWER_MILLIS,
            AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, ANSWER_MILLIS);
    try (Admin admin = Admin.create(settings)) {
      return !admin.describeCluster().nodes().get(ANSWER_MILLIS, TimeUnit.MILLISECONDS).isEmpty();
    } catch (ExecutionException | TimeoutException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  @Override
  public boolean answers() {
    return TcpPorts.answers(ports.of(Port.KAFKA));
  }

  @Override
  public Duration patience() {
    return Duration.ofSeconds(90);
  }
}
