package io.clipmeter.benchmarks.settlement;

import io.clipmeter.benchmarks.measure.Run;
import io.clipmeter.benchmarks.measure.Side;
import io.clipmeter.benchmarks.rounds.Workload;

/**
 * The service with as many rounds of the same size, all of one campaign: they can only be settled
 * one after the other, and all readings come in one partition.
 */
record HotCampaign(ServiceSide service) implements Side<Workload> {
  static final String NAME = "hot_campaign";

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Run run(Workload work) throws Exception {
    return service.run(work.inOneCampaign());
  }
}
