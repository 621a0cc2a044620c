package io.clipmeter.local.simulator;

import com.sun.net.httpserver.HttpServer;
import io.clipmeter.local.simulator.apify.ApifyRoutes;
import io.clipmeter.local.simulator.control.AccountControl;
import io.clipmeter.local.simulator.control.ControlRoutes;
import io.clipmeter.local.simulator.fault.Faults;
import io.clipmeter.local.simulator.http.Router;
import io.clipmeter.local.simulator.paypal.Batches;
import io.clipmeter.local.simulator.paypal.PayPalRoutes;
import io.clipmeter.local.simulator.recording.BadViewsFile;
import io.clipmeter.local.simulator.recording.ViewsFile;
import io.clipmeter.local.simulator.run.RunDesk;
import io.clipmeter.local.simulator.run.RunTimes;
import io.clipmeter.local.simulator.run.Runs;
import io.clipmeter.local.simulator.scrape.Scraper;
import io.clipmeter.local.simulator.state.Accounts;
import io.clipmeter.local.simulator.state.GoneVideos;
import io.clipmeter.local.simulator.state.StateDirectory;
import io.clipmeter.local.simulator.state.Ticks;
import io.clipmeter.local.simulator.views.GrowthModel;
import io.clipmeter.local.simulator.views.Views;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** The running simulator: its parts put together, and its server. */
final class Simulator implements AutoCloseable {
  private static final byte[] LOOPBACK = {127, 0, 0, 1};
  private static final int BACKLOG = 256;

  private final HttpServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final Optional<Metronome> metronome;

  private Simulator(HttpServer server, Router router, Optional<Metronome> metronome) {
    this.server = server;
    this.metronome = metronome;
    server.setExecutor(threads);
    server.createContext("/", router);
    server.start();
  }

  /**
   * Starts it.
   *
   * @throws CannotStart with a sentence that says why
   */
  static Simulator start(SimulatorSettings settings, RunTimes times, Clock clock)
      throws CannotStart {
    try {
      Views views = views(settings);
      StateDirectory state = new StateDirectory(settings.stateDirectory()).in(views.identity());
      var ticks = new Ticks(state, views.lastTick());
      var gone = new GoneVideos(state);
      var accounts = new Accounts(state);
      var faults = new Faults();
      var scraper = new Scraper(views, ticks, gone, accounts);
      var desk = new RunDesk(new Runs(state.in("runs"), clock), scraper, faults, times, clock);
      var router = new Router();
      ApifyRoutes.add(router, desk);
      new ControlRoutes(views, ticks, gone, faults).addTo(router);
      new AccountControl(accounts).addTo(router);
      new PayPalRoutes(new Batches(new StateDirectory(settings.stateDirectory()).in("paypal")))
          .addTo(router);
      HttpServer server = listen(settings.port());
      return new Simulator(server, router, settings.tick().map(tick -> new Metronome(ticks, tick)));
    } catch (UncheckedIOException problem) {
      throw new CannotStart(
          "The state directory %s cannot be used (%s)."
              .formatted(settings.stateDirectory(), problem.getCause()));
    }
  }

  int port() {
    return server.getAddress().getPort();
  }

  @Override
  public void close() {
    metronome.ifPresent(Metronome::close);
    server.stop(0);
    threads.shutdownNow();
  }

  private static Views views(SimulatorSettings settings) throws CannotStart {
    Optional<Path> file = settings.viewsFile();
    if (file.isEmpty()) {
      return new GrowthModel(settings.seed());
    }
    try {
      return ViewsFile.read(file.get());
    } catch (BadViewsFile bad) {
      throw new CannotStart(String.valueOf(bad.getMessage()));
    }
  }

  private static HttpServer listen(int port) throws CannotStart {
    try {
      InetAddress loopback = InetAddress.getByAddress(LOOPBACK);
      return HttpServer.create(new InetSocketAddress(loopback, port), BACKLOG);
    } catch (IOException taken) {
      throw new CannotStart(
          "Cannot listen on 127.0.0.1:%d (%s): another process may hold the port."
              .formatted(port, taken.getMessage()));
    }
  }
}
