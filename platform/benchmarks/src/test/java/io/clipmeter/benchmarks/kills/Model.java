package io.clipmeter.benchmarks.kills;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.clipmeter.benchmarks.rounds.Campaign;
import io.clipmeter.benchmarks.rounds.Campaign.Clip;
import io.clipmeter.benchmarks.rounds.Campaign.Round;
import io.clipmeter.benchmarks.rounds.Expected;
import io.clipmeter.benchmarks.rounds.Workload;
import io.clipmeter.benchmarks.rounds.Workload.Size;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * What has to come out, computed in memory.
 *
 * @param accruals micro-units by the id that the contract gives to what a clip earns in a round
 * @param balances micro-units by clipper
 */
record Model(Workload work, Map<UUID, Long> accruals, Map<String, Long> balances) {
  private static final int SMALL = 10_000;

  /** So few that most have clips in several campaigns, which different instances settle. */
  private static final int CLIPS_OF_A_CLIPPER = 4;

  /**
   * Work of at least so many readings.
   *
   * @param rounds of each campaign
   */
  static Model random(long seed, int readings, int rounds) {
    int clips = readings > SMALL ? 20 : 10;
    int campaigns = Math.max(2, Math.ceilDiv(readings, clips * rounds));
    int clippers = Math.ceilDiv(campaigns * clips, CLIPS_OF_A_CLIPPER);
    Workload all = Workload.random(seed, new Size(campaigns, clips, rounds));
    return of(
        new Workload(
            all.campaigns().stream()
                .map(Expected::campaign)
                .map(campaign -> Expected.of(ofFew(clippers, campaign)))
                .toList()));
  }

  private static Campaign ofFew(int clippers, Campaign campaign) {
    List<Clip> clips =
        campaign.clips().stream()
            .map(clip -> new Clip(clip.id(), clipper(clippers, clip), clip.baseline()))
            .toList();
    return new Campaign(
        campaign.id(), campaign.cpmMicros(), campaign.budgetMicros(), clips, campaign.rounds());
  }

  private static String clipper(int clippers, Clip clip) {
    return "clipper-" + Math.floorMod(clip.clipperId().hashCode(), clippers);
  }

  private static Model of(Workload work) {
    Map<UUID, Long> accruals = new HashMap<>();
    Map<String, Long> balances = new HashMap<>();
    for (Expected expected : work.campaigns()) {
      List<Clip> clips = expected.campaign().clips();
      for (int clip = 0; clip < clips.size(); clip++) {
        balances.merge(clips.get(clip).clipperId(), expected.accrued(clip), Math::addExact);
      }
      addAccruals(expected.campaign(), accruals);
    }
    balances.values().removeIf(micros -> micros == 0);
    return new Model(work, accruals, balances);
  }

  /** What a round adds is what all rounds up to it come to, less what those before it do. */
  private static void addAccruals(Campaign campaign, Map<UUID, Long> accruals) {
    Expected before = Expected.of(campaign.first(0));
    for (Round round : campaign.rounds()) {
      Expected after = Expected.of(campaign.first(round.number()));
      for (int i = 0; i < campaign.clips().size(); i++) {
        long micros = after.accrued(i) - before.accrued(i);
        if (micros > 0) {
          accruals.put(accrualId(round.id(), campaign.clips().get(i).id()), micros);
        }
      }
      before = after;
    }
  }

  private static UUID accrualId(UUID round, UUID clip) {
    return UUID.nameUUIDFromBytes(("accrual:" + round + ":" + clip).getBytes(UTF_8));
  }
}
