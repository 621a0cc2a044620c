package io.clipmeter.local.launcher.demo;

import static io.clipmeter.local.launcher.client.Person.CLIPPER;
import static io.clipmeter.local.launcher.client.Person.CLIPPER2;

import io.clipmeter.local.launcher.audit.Checks;
import io.clipmeter.local.launcher.client.Api;
import io.clipmeter.local.launcher.client.Dialogue;
import io.clipmeter.local.launcher.client.FreshVideos;
import io.clipmeter.local.launcher.client.Person;
import io.clipmeter.local.launcher.client.Tokens;
import io.clipmeter.local.launcher.home.Addresses;
import io.clipmeter.local.launcher.home.Failure;
import java.io.PrintStream;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.List;

/**
 * The whole journey of a view to a paid cent. Can be repeated: each walk has a campaign and videos
 * of its own.
 */
public final class Demo {
  private static final Duration BASELINES_WITHIN = Duration.ofMinutes(2);
  private static final List<Person> CLIPPERS = List.of(CLIPPER, CLIPPER2);

  private final PrintStream out;
  private final Api simulator;
  private final Dialogue dialogue;
  private final Checks checks;
  private final FreshVideos videos;

  /**
   * @param out gets each request, each answer and each check
   */
  public Demo(Addresses addresses, Clock clock, PrintStream out) {
    Tokens tokens = new Tokens(addresses.issuer());
    this.out = out;
    this.simulator = new Api(addresses.simulator(), "", Api.THROUGH_A_RESTART);
    this.dialogue =
        new Dialogue(
            person -> new Api(addresses.gateway(), tokens.of(person), Api.THROUGH_A_RESTART), out);
    this.checks = new Checks(out);
    this.videos = new FreshVideos(new SecureRandom(), clock.instant().minus(Duration.ofHours(1)));
  }

  /**
   * Walks.
   *
   * @return whether every sum is right
   * @throws Failure when the walk cannot go on
   */
  public boolean run() {
    Campaign campaign = new OpenCampaign(dialogue).run("Summer", "100.00", "2.50");
    List<Clip> submitted = new SubmitVideos(dialogue, checks).run(campaign, videos);
    ReviewVideos review = new ReviewVideos(dialogue);
    List<Clip> clips = review.awaitBaselines(submitted, BASELINES_WITHIN);
    review.approve(clips);
    new RunRounds(dialogue, simulator).untilBudgetIsSpent(campaign);
    new CheckSums(dialogue, checks).run(campaign, clips);
    new ReadDashboards(dialogue, checks).run(CLIPPERS);
    new CheckBalances(dialogue, checks, CheckBalances.TOLD_WITHIN).run(CLIPPERS);
    new PayOut(dialogue, checks).run(CLIPPERS);
    out.printf("%n%d checks, %d differences.%n", checks.made(), checks.failed());
    return checks.failed() == 0;
  }
}
