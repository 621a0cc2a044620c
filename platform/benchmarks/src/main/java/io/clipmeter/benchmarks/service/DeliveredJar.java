package io.clipmeter.benchmarks.service;

import io.clipmeter.benchmarks.engine.Child;
import io.clipmeter.benchmarks.engine.Engines;
import io.clipmeter.benchmarks.engine.Postgres.Database;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A program as it is delivered. Maven puts its jar on the class path of this one, which is only a
 * way to say where it is.
 *
 * @param name of the module, in lower case with dashes
 */
public record DeliveredJar(String name, Path path) {
  /** Who stands still for minutes must not lose its partitions for it. */
  private static final List<String> STANDING_STILL =
      List.of(
          "--spring.kafka.consumer.properties.session.timeout.ms=1200000",
          "--spring.kafka.consumer.properties.max.poll.interval.ms=1800000");

  /**
   * Finds it.
   *
   * @throws IllegalStateException where it was not packaged
   */
  public static DeliveredJar of(String name) {
    return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator, -1))
        .map(Path::of)
        .filter(path -> path.getFileName().toString().matches(name + "-[0-9].*\\.jar"))
        .filter(Files::isRegularFile)
        .findFirst()
        .map(path -> new DeliveredJar(name, path))
        .orElseThrow(
            () ->
                new IllegalStateException(
                    name
                        + " is not packaged: ./mvnw -DskipTests -pl platform/benchmarks -am"
                        + " package"));
  }

  /** Starts a service with its own settings except for where things are. */
  Child start(Engines engines, Database database, List<String> jvm, List<String> more)
      throws Exception {
    return start(name, EarningsService.PARTITIONS, engines, database, jvm, more);
  }

  /**
   * Starts one of several instances, which may stand still.
   *
   * @param instance what it is called, by which its log is found
   * @param partitions of the topics that it creates
   */
  Child start(
      String instance,
      int partitions,
      Engines engines,
      Database database,
      List<String> jvm,
      List<String> more)
      throws Exception {
    List<String> all = Stream.concat(STANDING_STILL.stream(), more.stream()).toList();
    return startWatched(instance, partitions, engines, database, jvm, all);
  }

  /** Starts one of several instances, which the others soon miss when it is gone. */
  Child startWatched(
      String instance,
      int partitions,
      Engines engines,
      Database database,
      List<String> jvm,
      List<String> more)
      throws Exception {
    List<String> arguments = new ArrayList<>();
    arguments.add(options());
    arguments.addAll(jvm);
    arguments.addAll(List.of("-jar", unpacked(path, engines.folder()).toString()));
    arguments.addAll(settings(partitions, engines, database));
    arguments.addAll(more);
    return engines.own(() -> Child.java(instance, arguments, engines.folder()));
  }

  /** Those of its virtual machine in its image; what is said behind them counts for more. */
  String options() {
    return "@" + path.toAbsolutePath().resolve("../../../deploy/image/jvm.options").normalize();
  }

  /**
   * As its image and the local stack have it. What runs packed has a class loader of Spring's, for
   * which lz4 does not load its native code.
   */
  private static synchronized Path unpacked(Path packed, Path run) throws Exception {
    Path folder = run.resolve(packed.getFileName() + ".unpacked");
    if (!Files.exists(folder)) {
      List<String> arguments =
          List.of(
              "-Djarmode=tools",
              "-jar",
              packed.toString(),
              "extract",
              "--destination",
              folder.toString());
      try (Child unpacking = Child.java(packed.getFileName() + "-unpacking", arguments, run)) {
        unpacking.finish();
      }
    }
    return folder.resolve(packed.getFileName());
  }

  private static List<String> settings(int partitions, Engines engines, Database database) {
    List<String> settings = new ArrayList<>();
    settings.add("--spring.datasource.url=" + database.url());
    settings.add("--spring.datasource.username=" + database.user());
    settings.add("--spring.datasource.password=" + database.password());
    settings.add("--spring.kafka.bootstrap-servers=" + engines.kafka().servers());
    settings.add("--clipmeter.kafka.partitions=" + partitions);
    settings.add("--clipmeter.kafka.replication-factor=1");
    settings.add("--server.address=127.0.0.1");
    settings.add("--server.port=0");
    settings.add("--management.server.address=127.0.0.1");
    settings.add("--management.server.port=0");
    // Nobody calls its HTTP API here, so nobody ever asks for these keys.
    String issuer = "http://127.0.0.1:9";
    settings.add("--spring.security.oauth2.resourceserver.jwt.issuer-uri=" + issuer);
    settings.add("--spring.security.oauth2.resourceserver.jwt.jwk-set-uri=" + issuer + "/jwks");
    return settings;
  }
}
