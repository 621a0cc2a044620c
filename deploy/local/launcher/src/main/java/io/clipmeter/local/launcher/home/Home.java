package io.clipmeter.local.launcher.home;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The folders of one checkout. Everything that the stack writes is below {@code .clipmeter}.
 *
 * @param root the folder with the {@code clipmeter} script, absolute
 */
public record Home(Path root) {
  /** Set by the {@code clipmeter} script. */
  public static final String ROOT_PROPERTY = "clipmeter.root";

  public Home {
    root = root.toAbsolutePath().normalize();
  }

  /** The checkout that the script was started from, or the current folder without a script. */
  public static Home ofThisProcess() {
    return new Home(Path.of(System.getProperty(ROOT_PROPERTY, "")));
  }

  /** Where the stack keeps its files. */
  public Path state() {
    return root.resolve(".clipmeter");
  }

  /** The log of a part. The folder exists afterwards. */
  public Path log(String part) {
    return folder("logs").resolve(part + ".log");
  }

  /** Which process runs which part. */
  public Path pidFiles() {
    return folder("run");
  }

  /** The durable data of a part; only {@code reset} deletes it. */
  public Path data(String part) {
    return folder("data").resolve(part);
  }

  /** Unpacked engines, by name and version. */
  public Path engine(String nameAndVersion) {
    return folder("engines").resolve(nameAndVersion);
  }

  /** Unpacked service jars with their AOT caches. */
  public Path app(String service) {
    return folder("apps").resolve(service);
  }

  /** Passwords and keys, readable by the owner only. */
  public Path secrets() {
    return state().resolve("secrets");
  }

  /** Ports and other choices that are remembered from one {@code up} to the next. */
  public Path config() {
    return state().resolve("config.json");
  }

  /** A folder below {@code .clipmeter}, which exists afterwards. */
  public Path folder(String name) {
    try {
      return Files.createDirectories(state().resolve(name));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
