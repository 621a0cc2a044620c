package io.clipmeter.local.launcher.engine;

import io.clipmeter.local.launcher.home.Addresses;
import io.clipmeter.local.launcher.home.Failure;
import io.clipmeter.local.launcher.home.Home;
import io.clipmeter.local.launcher.home.Port;
import io.clipmeter.local.launcher.home.Ports;
import io.clipmeter.local.launcher.home.Secrets;
import io.clipmeter.local.launcher.home.Versions;
import io.clipmeter.local.launcher.machine.TcpPorts;
import io.clipmeter.local.launcher.process.Helpers;
import io.clipmeter.local.launcher.process.Launch;
import io.clipmeter.local.launcher.process.Part;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The PostgreSQL server. Its data are durable: fsync is on, and a killed server goes on where it
 * was.
 */
public final class Postgres implements Part {
  private static final List<String> SETTINGS =
      List.of(
          "listen_addresses=127.0.0.1",
          "unix_socket_directories=",
          "shared_buffers=64MB",
          "max_connections=100",
          "jit=off",
          "fsync=on",
          "synchronous_commit=on",
          "full_page_writes=on",
          "timezone=UTC",
          "log_timezone=UTC");

  private final Home home;
  private final Ports ports;
  private final Secrets secrets;
  private final PostgresBinaries binaries;
  private final PostgresData data;
  private final Databases databases;
  private @Nullable PostgresAccount account;

  public Postgres(Home home, Ports ports, Secrets secrets) {
    this.home = home;
    this.ports = ports;
    this.secrets = secrets;
    this.binaries = new PostgresBinaries(home, Versions.ofThisBuild().postgres());
    this.data = new PostgresData(home);
    this.databases = new Databases(new Addresses(ports), secrets);
  }

  @Override
  public String name() {
    return "postgres";
  }

  @Override
  public List<Port> ports() {
    return List.of(Port.POSTGRES);
  }

  @Override
  public String prepare(Helpers helpers) {
    binaries.unpack();
    account().own(data.folder());
    if (data.exists()) {
      data.clearLeftovers();
      return "";
    }
    data.make(
        binaries.program("initdb"),
        account(),
        secrets.databasePassword(Databases.SUPERUSER),
        helpers);
    return "new, empty";
  }

  @Override
  public Launch launch() {
    List<String> command = new ArrayList<>(account().wrapper());
    command.add(binaries.program("postgres").toString());
    command.addAll(List.of("-D", data.folder().toString()));
    command.addAll(List.of("-p", Integer.toString(ports.of(Port.POSTGRES))));
    SETTINGS.forEach(setting -> command.addAll(List.of("-c", setting)));
    return new Launch(name(), command, Map.of("LC_ALL", "C"), home.root(), home.log(name()));
  }

  @Override
  public boolean ready() {
    return databases.reachable();
  }

  @Override
  public void furnish() {
    databases.create();
  }

  @Override
  public boolean answers() {
    return TcpPorts.answers(ports.of(Port.POSTGRES));
  }

  @Override
  public Duration patience() {
    return Duration.ofSeconds(60);
  }

  /** Fast shutdown: open transactions are rolled back instead of waited for. */
  @Override
  public String endSignal() {
    return "INT";
  }

  /**
   * The account that the server runs under.
   *
   * @throws Failure when there is none that it accepts
   */
  public String accountName() {
    return account().name();
  }

  private PostgresAccount account() {
    if (account == null) {
      binaries.unpack();
      account = PostgresAccount.find(binaries.program("postgres"));
    }
    return account;
  }
}
