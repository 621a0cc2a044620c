package io.clipmeter.earnings.schedule;

import static java.math.BigInteger.ZERO;
import static org.assertj.core.api.Assertions.assertThat;

import io.clipmeter.earnings.schedule.PaperClip.Due;
import io.clipmeter.earnings.schedule.PaperClip.Price;
import io.clipmeter.events.CampaignChanged;
import io.clipmeter.events.CampaignStatus;
import io.clipmeter.events.SubmissionApproved;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A campaign's money as a clerk with paper and pencil would keep it: one round after the other,
 * from the rules in words, without a database, a batch or a limit of 64 bits.
 */
final class Paper {
  static final int PATIENCE = 3;
  private final NavigableMap<Long, Price> prices = new TreeMap<>();
  private final List<Facts> held = new ArrayList<>();
  final NavigableMap<String, PaperClip> clips = new TreeMap<>();
  final NavigableMap<Long, String> rounds = new TreeMap<>();
  final List<String> receipts = new ArrayList<>();
  final PaperNews news = new PaperNews();
  private final Map<Long, UUID> roundIds = new TreeMap<>();
  long version = -1;
  BigInteger budget = ZERO;
  BigInteger spent = ZERO;
  BigInteger refunded = ZERO;
  @Nullable String over;
  @Nullable String ending;

  boolean known() {
    return version >= 0;
  }

  void approve(SubmissionApproved approved) {
    clips.putIfAbsent(
        approved.submissionId().toString(),
        new PaperClip(approved.submissionId(), approved.clipperId(), approved.initialViews()));
    tellFinals();
  }

  void change(CampaignChanged changed) {
    if (changed.version() <= version) {
      return;
    }
    boolean first = !known();
    BigInteger before = budget;
    BigInteger wanted = micros(changed.budget());
    version = changed.version();
    ending = changed.ending() == null ? null : changed.ending().name();
    prices.put(version, price(changed));
    boolean completes = false;
    if (first) {
      budget = wanted;
    } else if (over == null) {
      budget = wanted.max(spent);
      completes = budget.equals(spent);
    } else if (reopens(changed, wanted)) {
      over = null;
      budget = wanted;
      clips.values().forEach(clip -> clip.told = false);
    }
    if (!first && !budget.equals(before)) {
      budgetChanged(completes);
    }
    if (completes) {
      complete("BUDGET_SPENT");
      if (!held.isEmpty()) {
        decide(held.removeLast(), 0);
      }
    }
  }

  private boolean reopens(CampaignChanged changed, BigInteger wanted) {
    boolean runs =
        changed.status() == CampaignStatus.ACTIVE || changed.status() == CampaignStatus.PAUSED;
    return "BUDGET_SPENT".equals(over) && runs && ending == null && wanted.compareTo(spent) > 0;
  }

  private static Price price(CampaignChanged changed) {
    return new Price(
        micros(changed.cpm()),
        changed.clipCap() == null ? null : micros(changed.clipCap()),
        changed.minViews() == null ? 0 : changed.minViews(),
        micros(changed.budget()));
  }

  private static BigInteger micros(io.clipmeter.events.Amount amount) {
    return BigInteger.valueOf(amount.toMoney().micros());
  }

  private void budgetChanged(boolean completes) {
    rounds.descendingMap().entrySet().stream()
        .filter(round -> !round.getValue().equals("AFTER_COMPLETION"))
        .findFirst()
        .ifPresent(
            last ->
                news.budget(
                    Objects.requireNonNull(roundIds.get(last.getKey())),
                    last.getValue().equals("HELD") && !completes,
                    budget,
                    spent));
  }

  private Price at(@Nullable Long roundVersion) {
    Map.Entry<Long, Price> at =
        roundVersion == null ? prices.lastEntry() : prices.floorEntry(roundVersion);
    return (at == null ? prices.firstEntry() : at).getValue();
  }

  /** The next round of the campaign is dealt with. */
  void settle(Facts round) {
    assertThat(round.number()).as("rounds in order").isEqualTo(rounds.size() + 1L);
    assertThat(round.version() == null || round.version() <= version).as("version known").isTrue();
    assertThat(round.clips().keySet()).allMatch(clip -> clips.containsKey(clip.toString()));
    roundIds.put(round.number(), round.id());
    if (!held.isEmpty() && !at(held.getLast().version()).same(at(round.version()))) {
      decide(held.removeLast(), 0);
    }
    decide(round, PATIENCE);
  }

  /** No more rounds: what waits is settled without waiting, and the rest goes back. */
  void end(long lastRound) {
    assertThat((long) rounds.size()).as("every round before the end").isEqualTo(lastRound);
    assertThat(ending).as("ends for a reason").isNotNull();
    if (!held.isEmpty()) {
      decide(held.removeLast(), 0);
    }
    if (over == null) {
      refunded = budget.subtract(spent);
      complete(Objects.requireNonNull(ending));
    }
  }

  private void decide(Facts round, int patience) {
    Price price = at(round.version());
    BigInteger left = price.budget().min(budget).subtract(spent).max(ZERO);
    if (over != null || left.signum() == 0) {
      dues(round, price).forEach(due -> due.clip().over(due));
      mark(round, "AFTER_COMPLETION");
      return;
    }
    List<Due> dues = dues(round, price);
    BigInteger total = dues.stream().map(Due::due).reduce(ZERO, BigInteger::add);
    boolean unread = dues.stream().anyMatch(due -> due.reason().equals("UNREADABLE"));
    if (total.compareTo(left) >= 0 && unread && held.size() < patience) {
      held.add(round);
      rounds.put(round.number(), "HELD");
      news.budget(round.id(), true, budget, spent);
      return;
    }
    mark(round, "SETTLED");
    pay(round, dues, total, left);
  }

  private void mark(Facts round, String status) {
    held.forEach(waiting -> rounds.put(waiting.number(), status));
    rounds.put(round.number(), status);
    if (status.equals("AFTER_COMPLETION")) {
      held.clear();
    }
  }

  private List<Due> dues(Facts round, Price price) {
    NavigableMap<String, UUID> all = new TreeMap<>();
    round.clips().keySet().forEach(clip -> all.put(clip.toString(), clip));
    held.forEach(w -> w.clips().keySet().forEach(clip -> all.put(clip.toString(), clip)));
    List<Due> dues = new ArrayList<>();
    for (UUID clip : all.values()) {
      List<Facts> read = new ArrayList<>(held);
      read.add(round);
      Long best =
          read.stream()
              .map(each -> each.clips().get(clip))
              .filter(seen -> seen != null && seen.views() != null)
              .map(seen -> Objects.requireNonNull(seen).views())
              .max(Comparator.naturalOrder())
              .orElse(null);
      Seen now = round.clips().get(clip);
      PaperClip known = Objects.requireNonNull(clips.get(clip.toString()));
      dues.add(known.due(price, best, now == null || now.gone()));
    }
    return dues;
  }

  private void pay(Facts round, List<Due> dues, BigInteger total, BigInteger left) {
    held.clear();
    boolean rationed = total.compareTo(left) > 0;
    List<BigInteger> amounts =
        rationed ? shares(dues, total, left) : dues.stream().map(Due::due).toList();
    for (int i = 0; i < dues.size(); i++) {
      Due due = dues.get(i);
      long before = due.clip().high;
      due.clip().pay(due, amounts.get(i), rationed);
      boolean less = rationed && due.due().signum() > 0;
      receipts.add(
          PaperNews.line(
              round.number(),
              due.clip().id,
              less ? "RATIONED" : due.reason(),
              before,
              due.height(),
              due.due(),
              amounts.get(i),
              due.clip().accrued));
      spent = spent.add(amounts.get(i));
      news.accrued(round, due, amounts.get(i));
    }
    news.budget(round.id(), false, budget, spent);
    if (spent.equals(budget)) {
      complete("BUDGET_SPENT");
    }
  }

  /** In proportion, rounded down; what is left over goes to the largest remainders. */
  private static List<BigInteger> shares(List<Due> dues, BigInteger total, BigInteger left) {
    List<BigInteger> shares = new ArrayList<>();
    List<Integer> byRemainder = new ArrayList<>();
    BigInteger over = left;
    for (int i = 0; i < dues.size(); i++) {
      shares.add(dues.get(i).due().multiply(left).divide(total));
      over = over.subtract(shares.getLast());
      byRemainder.add(i);
    }
    byRemainder.sort(
        Comparator.comparing((Integer i) -> dues.get(i).due().multiply(left).mod(total))
            .reversed()
            .thenComparing(i -> dues.get(i).clip().id.toString()));
    for (int i = 0; i < over.intValueExact(); i++) {
      shares.set(byRemainder.get(i), shares.get(byRemainder.get(i)).add(BigInteger.ONE));
    }
    return shares;
  }

  private void complete(String reason) {
    over = reason;
    tellFinals();
    long views = clips.values().stream().mapToLong(clip -> clip.high - clip.baseline).sum();
    news.completed(PaperNews.line(version, spent, clips.size(), views, reason, refunded));
  }

  private void tellFinals() {
    if (over != null) {
      clips.values().stream().filter(clip -> !clip.told).forEach(news::last);
      clips.values().forEach(clip -> clip.told = true);
    }
  }

  /** What each account of the journal must hold; those that hold nothing are left out. */
  Map<String, BigInteger> accounts(UUID campaign) {
    Map<String, BigInteger> all = new TreeMap<>();
    all.put("campaign:" + campaign + ":brand", refunded.subtract(budget));
    all.put("campaign:" + campaign + ":budget", budget.subtract(spent).subtract(refunded));
    BigInteger adjusted = ZERO;
    for (PaperClip clip : clips.values()) {
      all.put("clip:" + clip.id + ":earned", clip.free());
      all.put("clip:" + clip.id + ":held", clip.held);
      adjusted = adjusted.add(clip.adjusted);
    }
    all.put("campaign:" + campaign + ":adjustments", adjusted.negate());
    all.values().removeIf(amount -> amount.signum() == 0);
    return all;
  }

  /**
   * A round as it was read.
   *
   * @param version null where it does not say
   */
  record Facts(UUID id, long number, @Nullable Long version, Map<UUID, Seen> clips) {}

  /** What was read of one clip: a number, or none for a reason. */
  record Seen(@Nullable Long views, boolean gone) {}
}
