package io.clipmeter.e2e.replay;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/**
 * Lives through a recording day by day: each video is submitted when it is first seen, each day
 * ends with a round. Then compares what was paid with what had to be.
 */
public final class Replay {
  private final Suite suite;
  private final Recording recording;
  private final BigDecimal cpm;
  private final Consumer<String> out;
  private final List<Run> runs = new ArrayList<>();
  private final Map<Caller, BigInteger> dues = new HashMap<>();
  private final List<String> differences = new ArrayList<>();

  /** One campaign over the recording. */
  private record Run(
      String campaign, String budget, Map<Video, String> clips, List<LocalDate> rounds) {}

  public Replay(Suite suite, Recording recording, String cpm, Consumer<String> out) {
    this.suite = suite;
    this.recording = recording;
    this.cpm = new BigDecimal(cpm);
    this.out = out;
  }

  /**
   * Returns what differs: nothing where every micro-unit is right.
   *
   * @param budgets of the campaigns that are run side by side, in units
   */
  public List<String> run(List<String> budgets) {
    for (String budget : budgets) {
      String campaign = suite.campaign(budget, cpm.toPlainString());
      runs.add(new Run(campaign, budget, new LinkedHashMap<>(), new ArrayList<>()));
    }
    Optional<String> day = Optional.of(suite.day());
    while (day.isPresent()) {
      LocalDate today = LocalDate.parse(day.get());
      runs.forEach(run -> live(run, today));
      out.accept(today + runs.stream().map(this::standing).reduce("", String::concat));
      day = suite.tick();
    }
    runs.forEach(this::compare);
    compareBalances();
    return differences;
  }

  private String standing(Run run) {
    return "  %d clips, spent %s"
        .formatted(run.clips().size(), suite.budget(run.campaign()).at("/spent/amount").asString());
  }

  private void live(Run run, LocalDate today) {
    if (suite.completed(run.campaign())) {
      return;
    }
    Map<Video, String> fresh = new LinkedHashMap<>();
    for (Video video : recording.firstSeenOn(today)) {
      fresh.put(video, suite.submit(run.campaign(), video));
    }
    fresh.forEach((video, id) -> checkBaseline(video, today, suite.approve(id)));
    run.clips().putAll(fresh);
    if (run.clips().isEmpty()) {
      return;
    }
    suite.round(run.campaign(), run.rounds().size(), run.clips().size());
    while (run.rounds().size() < suite.closedRounds(run.campaign())) {
      run.rounds().add(today);
    }
  }

  private void checkBaseline(Video video, LocalDate today, long baseline) {
    Long recorded = recording.views().getOrDefault(video, new java.util.TreeMap<>()).get(today);
    if (recorded == null || recorded != baseline) {
      differences.add(
          "baseline of %s: %s recorded, %d captured".formatted(video, recorded, baseline));
    }
  }

  private void compare(Run run) {
    BigInteger budget = Suite.micros(run.budget());
    Expected expected = new Expected(recording, budget, cpm, run.clips());
    run.rounds().forEach(expected::round);
    Map<String, JsonNode> earned = new HashMap<>();
    suite.earnings(run.campaign()).forEach(clip -> earned.put(clip.get("clipId").asString(), clip));
    BigInteger sum = BigInteger.ZERO;
    for (Map.Entry<Video, String> clip : run.clips().entrySet()) {
      BigInteger paid = amount(earned.get(clip.getValue()), "earnings");
      sum = sum.add(paid);
      differ(clip.getKey() + " in micro-units", expected.paid(clip.getKey()), paid);
      dues.merge(suite.clipperOf(clip.getKey()), expected.paid(clip.getKey()), BigInteger::add);
    }
    JsonNode standing = suite.budget(run.campaign());
    differ("clips", run.clips().size(), earned.size());
    differ("spent", expected.spent(), amount(standing, "spent"));
    differ("sum of all clips", expected.spent(), sum);
    differ("complete", expected.complete(), suite.completed(run.campaign()));
    out.accept(
        "budget %s USD: %d clips, %d rounds, %d falls to nothing not believed, spent %s micro-units, %s"
            .formatted(
                run.budget(),
                run.clips().size(),
                run.rounds().size(),
                expected.falls(),
                amount(standing, "spent"),
                expected.complete() ? "complete" : "not complete"));
  }

  /** What each clipper can ask to be paid, against what was computed for all of their videos. */
  private void compareBalances() {
    Set<String> campaigns = runs.stream().map(Run::campaign).collect(Collectors.toSet());
    for (Caller clipper : suite.clippers()) {
      BigInteger due = dues.getOrDefault(clipper, BigInteger.ZERO);
      int number = suite.clippers().indexOf(clipper) + 1;
      differ("balance of clipper " + number, due, suite.credited(clipper, campaigns, due));
      out.accept("balance of clipper %d: %s micro-units due".formatted(number, due));
    }
  }

  private void differ(String what, Object wanted, Object is) {
    if (!wanted.equals(is)) {
      differences.add("%s: %s computed, %s in the suite".formatted(what, wanted, is));
    }
  }

  private static BigInteger amount(@org.jspecify.annotations.Nullable JsonNode node, String field) {
    return node == null
        ? BigInteger.ONE.negate()
        : Suite.micros(node.at("/" + field + "/amount").asString());
  }
}
