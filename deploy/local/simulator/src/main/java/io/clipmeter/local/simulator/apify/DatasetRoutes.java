package io.clipmeter.local.simulator.apify;

import io.clipmeter.local.simulator.fault.FaultKind.Reach;
import io.clipmeter.local.simulator.fault.Faults;
import io.clipmeter.local.simulator.http.Answer;
import io.clipmeter.local.simulator.http.Refused;
import io.clipmeter.local.simulator.http.Request;
import io.clipmeter.local.simulator.run.Run;
import io.clipmeter.local.simulator.run.RunDesk;
import io.clipmeter.local.simulator.run.RunDesk.Started;
import io.clipmeter.local.simulator.run.RunStatus;
import io.clipmeter.local.simulator.run.Runs;
import io.clipmeter.local.simulator.scrape.Scrape;
import io.clipmeter.local.simulator.scrape.Scraper;
import java.io.IOException;
import java.util.List;
import java.util.function.Supplier;
import tools.jackson.databind.node.ObjectNode;

/** The calls that answer what runs found, and what they were asked. */
record DatasetRoutes(RunDesk desk, Runs runs, Scraper scraper, Faults faults) {
  /** Items of a dataset, also while its run goes on. */
  Answer items(Request request) {
    DatasetPage page = DatasetPage.of(request);
    Run run =
        runs.first(candidate -> candidate.datasetId().equals(request.at("id")))
            .orElseThrow(() -> notFound("Dataset"));
    return page(200, page, run);
  }

  /** Starts a run and answers with its items; the run goes on when nobody can wait longer. */
  Answer runAndItems(Request request) throws IOException {
    DatasetPage page = DatasetPage.of(request);
    Started started = desk.start(request);
    Run run = started.isLost() ? started.run() : runs.await(started.run(), desk.times().syncMax());
    RunStatus status = runs.progress(run).status();
    if (started.isLost() || !status.isTerminal()) {
      throw new Refused(
          408,
          "run-timeout-exceeded",
          "Actor run exceeded the timeout of 300 seconds for this API endpoint");
    }
    if (status != RunStatus.SUCCEEDED) {
      throw new Refused(
          400,
          "run-failed",
          "Actor run did not succeed (run ID: %s, status: %s).".formatted(run.id(), status.word()));
    }
    return page(201, page, run);
  }

  /** The input of a run, by which a lost one is recognised. */
  Answer input(Request request) {
    Scrape scrape =
        runs.first(candidate -> candidate.storeId().equals(request.at("id")))
            .flatMap(runs::scrape)
            .orElseThrow(() -> notFound("Key-value store"));
    return Answer.json(200, scrape.input());
  }

  private Answer page(int status, DatasetPage page, Run run) {
    Scrape scrape = runs.scrape(run).orElseThrow(() -> notFound("Dataset"));
    List<Supplier<ObjectNode>> found = scraper.items(scrape);
    int there = Math.min(found.size(), runs.progress(run).items());
    return page.answer(status, found.subList(0, there), faults.next(Reach.ITEMS).isPresent());
  }

  private static Refused notFound(String what) {
    return new Refused(404, "record-not-found", what + " was not found");
  }
}
