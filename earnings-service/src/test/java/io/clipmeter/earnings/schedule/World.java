package io.clipmeter.earnings.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import io.clipmeter.earnings.gathering.FedMemory;
import io.clipmeter.earnings.gathering.FedMemory.Sizes;
import io.clipmeter.events.CampaignChanged;
import io.clipmeter.events.SubmissionApproved;
import io.clipmeter.testing.SettableClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.random.RandomGenerator;

/**
 * Many campaigns at once: their news come in any interleaving, to consumers that die at any moment,
 * before and after they commit. After every transaction the tables are as the paper says.
 */
final class World {
  private final Core core;
  private final RandomGenerator random;
  private final List<Script> scripts;
  private final Map<Script, Paper> papers = new HashMap<>();
  private final Map<Script, Integer> changed = new HashMap<>();
  private final Map<Script, Integer> approved = new HashMap<>();
  private final SettableClock clock = SettableClock.at("2026-01-01T00:00:00Z");
  private final List<Topics> topics = new ArrayList<>();
  private final List<FedMemory> memories = new ArrayList<>();
  private final Deeds deeds;
  private final Tables tables;
  private int transactions;

  World(Core core, RandomGenerator random, List<Script> scripts, int consumers) {
    this.core = core;
    this.random = random;
    this.scripts = scripts;
    this.deeds = new Deeds(core.admin(), random);
    scripts.forEach(script -> papers.put(script, new Paper()));
    for (int part = 0; part < consumers; part++) {
      List<Script> own = new ArrayList<>();
      for (int i = part; i < scripts.size(); i += consumers) {
        own.add(scripts.get(i));
      }
      topics.add(new Topics(part, own, random));
      memories.add(memory());
    }
    this.tables = new Tables(core, papers);
  }

  private FedMemory memory() {
    Sizes most =
        new Sizes(
            random.nextInt(1, 400),
            random.nextInt(3, 40),
            random.nextInt(20, 2_000),
            random.nextInt(200));
    return new FedMemory(core.service(), clock, most);
  }

  /** Everything that is not read is known before: then the rounds alone decide. */
  World informed() {
    while (!left(changed, script -> script.changes).isEmpty()) {
      change();
    }
    while (!left(approved, script -> script.approvals).isEmpty()) {
      approve();
    }
    return this;
  }

  /** The clips and some of the terms are: then rounds can be settled as soon as they are whole. */
  World begun() {
    while (!left(approved, script -> script.approvals).isEmpty()) {
      approve();
    }
    for (int more = random.nextInt(1, 6); more > 0; more--) {
      change();
    }
    return this;
  }

  void run() {
    while (!over()) {
      step();
    }
    core.sweep();
    tables.compare();
    tables.compareAll();
  }

  private boolean over() {
    return left(changed, script -> script.changes).isEmpty()
        && left(approved, script -> script.approvals).isEmpty()
        && topics.stream().allMatch(topic -> topic.allRead() && topic.allStored())
        && memories.stream().allMatch(memory -> memory.size() == 0);
  }

  private void step() {
    switch (random.nextInt(9)) {
      case 0, 1 -> change();
      case 2 -> approve();
      case 3 -> correct();
      default -> consume(random.nextInt(memories.size()));
    }
  }

  /** Whether it has committed; if not, the service is started anew. */
  private boolean transact(Runnable deed, Runnable onPaper) {
    boolean commits = random.nextInt(12) > 0;
    core.transaction()
        .executeWithoutResult(
            status -> {
              deed.run();
              if (!commits) {
                status.setRollbackOnly();
              }
            });
    if (commits) {
      onPaper.run();
    } else {
      for (int dead = 0; dead < memories.size(); dead++) {
        die(dead);
      }
    }
    tables.compare();
    transactions++;
    return commits;
  }

  private void die(int consumer) {
    memories.set(consumer, memory());
    topics.get(consumer).rewind();
  }

  private <E> List<Script> left(Map<Script, Integer> at, Function<Script, List<E>> news) {
    return scripts.stream()
        .filter(script -> at.getOrDefault(script, 0) < news.apply(script).size())
        .toList();
  }

  private void change() {
    Map<Script, Integer> next = new HashMap<>(changed);
    List<CampaignChanged> news = next(next, script -> script.changes);
    if (!news.isEmpty()
        && transact(
            () -> core.changed(news),
            () -> news.forEach(each -> paper(each.campaignId()).change(each)))) {
      changed.putAll(next);
    }
  }

  private void approve() {
    Map<Script, Integer> next = new HashMap<>(approved);
    List<SubmissionApproved> news = next(next, script -> script.approvals);
    if (!news.isEmpty()
        && transact(
            () -> core.approved(news),
            () -> news.forEach(each -> paper(each.campaignId()).approve(each)))) {
      approved.putAll(next);
    }
  }

  private Paper paper(java.util.UUID campaign) {
    return papers.entrySet().stream()
        .filter(each -> each.getKey().campaign.equals(campaign))
        .findFirst()
        .orElseThrow()
        .getValue();
  }

  private <E> List<E> next(Map<Script, Integer> at, Function<Script, List<E>> news) {
    int oneOf = random.nextInt(2, 5);
    List<E> next = new ArrayList<>();
    for (Script script : left(at, news)) {
      List<E> all = news.apply(script);
      for (int more = random.nextInt(oneOf) == 0 ? random.nextInt(1, 6) : 0; more > 0; more--) {
        int place = at.getOrDefault(script, 0);
        if (place < all.size()) {
          next.add(all.get(place));
          at.put(script, place + 1);
        }
      }
    }
    return next;
  }

  private void correct() {
    if (random.nextInt(12) == 0) {
      List<Runnable> onPaper = new ArrayList<>();
      transact(() -> onPaper.add(deeds.expire()), () -> onPaper.forEach(Runnable::run));
      return;
    }
    List<Runnable> onPaper = new ArrayList<>();
    List<Script> with = new ArrayList<>();
    for (Script script : scripts) {
      Paper paper = papers.get(script);
      if (paper.known() && !paper.clips.isEmpty() && random.nextInt(20) == 0) {
        with.add(script);
      }
    }
    if (!with.isEmpty() && random.nextInt(5) == 0) {
      deeds.refused(with.getFirst(), clip(papers.get(with.getFirst())));
    }
    transact(
        () ->
            with.forEach(
                script -> {
                  Paper paper = papers.get(script);
                  onPaper.add(deeds.any(script, paper, clip(paper)));
                }),
        () -> onPaper.forEach(Runnable::run));
  }

  private PaperClip clip(Paper paper) {
    List<PaperClip> clips = List.copyOf(paper.clips.values());
    return clips.get(random.nextInt(clips.size()));
  }

  private void consume(int consumer) {
    FedMemory memory = memories.get(consumer);
    Topics read = topics.get(consumer);
    read.read(memory, random, 30 * scripts.size() / 10 + 1);
    clock.advance(Duration.ofSeconds(random.nextInt(read.allRead() ? 70 : 8)));
    if (!memory.due() && random.nextInt(3) > 0) {
      return;
    }
    boolean decides = random.nextInt(25) > 0;
    if (transact(() -> memory.apply(decides), () -> read.store(memory.needed()))) {
      if (random.nextInt(12) == 0) {
        die(consumer);
      } else {
        memory.applied();
      }
    }
  }

  /** What the receipts say of a campaign. */
  List<String> receipts(Script script) {
    return papers.get(script).receipts;
  }

  int settled() {
    return papers.values().stream().mapToInt(paper -> paper.rounds.size()).sum();
  }

  /** How many rounds were settled as they were read. */
  int quick() {
    return tables.quick();
  }

  int transactions() {
    return transactions;
  }

  static void assertComplete(Script script, Paper paper) {
    assertThat(paper.rounds).as("all rounds are dealt with").hasSize(script.facts.size());
    assertThat(paper.ending == null || paper.over != null).as("ends when it is to").isTrue();
  }
}
