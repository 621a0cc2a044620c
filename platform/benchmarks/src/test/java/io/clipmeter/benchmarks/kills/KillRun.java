package io.clipmeter.benchmarks.kills;

import io.clipmeter.benchmarks.kills.Counts.Begun;
import io.clipmeter.benchmarks.kills.Feed.Sending;
import io.clipmeter.benchmarks.kills.Step.Moment;
import io.clipmeter.benchmarks.kills.Step.Victim;
import io.clipmeter.benchmarks.rounds.Story;
import io.clipmeter.benchmarks.service.EventWriter;
import io.clipmeter.events.Topic;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Plays the steps while the work is sent: a part of it before each kill and a part behind it. */
final class KillRun {
  private static final Logger LOG = LoggerFactory.getLogger(KillRun.class);

  /** Rounds of each campaign that are sent before a kill, and as many after it. */
  static final int ROUNDS_AT_ONCE = 2;

  private final Suite suite;
  private final Model model;
  private final List<Step> steps;
  private final Feed feed;
  private final EventWriter events;
  private final List<Begun> hits = new ArrayList<>();
  private long sent;
  private long told;

  KillRun(Suite suite, Model model, List<Step> steps, Random random, EventWriter events) {
    this.suite = suite;
    this.model = model;
    this.steps = steps;
    this.feed = new Feed(model.work(), random);
    this.events = events;
  }

  /** Rounds of each campaign that so many kills take. */
  static int rounds(int kills) {
    return 2 * ROUNDS_AT_ONCE * kills;
  }

  /** Does all of it; all is quiet when it returns. */
  void play() throws Exception {
    Story.tellCampaigns(model.work(), events);
    suite.awaitKnown(model.work());
    for (int i = 0; i < steps.size(); i++) {
      suite.awaitWhole();
      play(i, steps.get(i));
    }
    events.flush();
    suite.awaitWhole();
    suite.awaitQuiet();
  }

  private void play(int number, Step step) throws Exception {
    boolean last = number == steps.size() - 1;
    List<Sending> before = feed.next(last ? 2 * ROUNDS_AT_ONCE : ROUNDS_AT_ONCE);
    List<Sending> after = last ? List.of() : feed.next(ROUNDS_AT_ONCE);
    int cut = (int) Math.ceil(step.part() * before.size());
    sendAndAwait(before.subList(0, cut), step.moment());
    events.know(Topic.VIEW_UPDATES, Topic.TRACKING_ROUNDS);
    suite.kill(step.victim(), step.instance());
    note(number, step);
    send(before.subList(cut, before.size()));
    int half = after.size() / 2;
    send(after.subList(0, half));
    suite.startAgain(step.victim(), step.instance());
    Victim stopped = step.stopped();
    if (stopped != null) {
      suite.awaitWhole();
      send(after.subList(half, after.size()));
      events.flush();
      suite.stop(stopped, step.instance());
      suite.startAgain(stopped, step.instance());
    } else {
      send(after.subList(half, after.size()));
    }
  }

  private void sendAndAwait(List<Sending> sendings, Moment moment) throws InterruptedException {
    Counts counts = suite.counts();
    long settled = counts.settled();
    long posted = counts.posted();
    send(sendings);
    events.flush();
    switch (moment) {
      case SENT -> {}
      case SETTLED -> suite.await("a round was settled", () -> counts.settled() > settled);
      case POSTED -> suite.await("an accrual was posted", () -> counts.posted() > posted);
    }
  }

  private void send(List<Sending> sendings) {
    for (Sending sending : sendings) {
      events.send(sending.event(), sending.id());
      sent++;
      told += sending.last() ? 1 : 0;
    }
  }

  /** Counted just after the kill, so there was no less just before it. */
  private void note(int number, Step step) {
    Begun begun = suite.counts().begun(told);
    hits.add(begun);
    LOG.info("kill {}: {}, then open: {}", number + 1, step, begun);
  }

  /** What was under way at each kill. */
  List<Begun> hits() {
    return hits;
  }

  /** Readings and closings, repetitions included. */
  long sent() {
    return sent;
  }
}
