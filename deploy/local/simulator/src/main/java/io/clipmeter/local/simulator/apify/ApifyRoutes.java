package io.clipmeter.local.simulator.apify;

import io.clipmeter.local.simulator.fault.Faults;
import io.clipmeter.local.simulator.http.Handler;
import io.clipmeter.local.simulator.http.Router;
import io.clipmeter.local.simulator.run.RunDesk;
import java.util.List;

/** Where the Apify API answers. */
public final class ApifyRoutes {
  private static final int PER_SECOND = 60;
  private static final int STARTS_PER_SECOND = 400;

  /** The old name of the path and the new one; both work. */
  private static final List<String> ACTORS = List.of("/v2/acts/{actor}", "/v2/actors/{actor}");

  private final Router router;
  private final Faults faults;

  private ApifyRoutes(Router router, Faults faults) {
    this.router = router;
    this.faults = faults;
  }

  /** Adds the routes of the whole API. */
  public static void add(Router router, RunDesk desk) {
    new ApifyRoutes(router, desk.faults()).add(desk);
  }

  private void add(RunDesk desk) {
    var runs = new RunRoutes(desk, desk.runs());
    var datasets = new DatasetRoutes(desk, desk.runs(), desk.scraper(), desk.faults());
    var account = new AccountRoutes(desk.runs(), desk.faults(), desk.clock());
    for (String actor : ACTORS) {
      on("POST", actor + "/runs", STARTS_PER_SECOND, runs::start);
      on("POST", actor + "/run-sync-get-dataset-items", STARTS_PER_SECOND, datasets::runAndItems);
      on("GET", actor + "/runs", PER_SECOND, runs::ofActor);
      on("GET", actor, PER_SECOND, account::actor);
    }
    on("GET", "/v2/actor-runs", PER_SECOND, runs::all);
    on("GET", "/v2/actor-runs/{id}", PER_SECOND, runs::show);
    on("POST", "/v2/actor-runs/{id}/abort", PER_SECOND, runs::abort);
    on("GET", "/v2/datasets/{id}/items", PER_SECOND, datasets::items);
    on("GET", "/v2/key-value-stores/{id}/records/INPUT", PER_SECOND, datasets::input);
    on("GET", "/v2/users/me/limits", PER_SECOND, account::limits);
  }

  private void on(String method, String path, int perSecond, Handler handler) {
    router.on(method, path, new CallGuard(faults, perSecond, handler));
  }
}
