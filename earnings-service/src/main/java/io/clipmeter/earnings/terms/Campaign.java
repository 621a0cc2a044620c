package io.clipmeter.earnings.terms;

import io.clipmeter.events.CompletionReason;
import io.clipmeter.money.Money;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A campaign's money as it stands.
 *
 * @param version the newest version that was heard of
 * @param spent given to clips so far
 * @param heldRounds closed rounds in a row that wait for unreadable clips
 * @param ending why it is to end once its last round is settled; null where it goes on
 * @param completion what ended it; null where it is not over
 * @param completedAt when it was over; null where it is not
 */
public record Campaign(
    UUID id,
    long version,
    Money budget,
    Money spent,
    int heldRounds,
    @Nullable CompletionReason ending,
    @Nullable CompletionReason completion,
    @Nullable Instant completedAt) {

  /** Budget that nobody has earned yet; never negative. */
  public Money remaining() {
    return budget.minus(spent);
  }

  /** What a round of these terms may give away; never negative. */
  public Money remainingBy(Terms terms) {
    return terms.budget().min(budget).minus(terms.budget().min(budget).min(spent));
  }

  /** Whether it is over. */
  public boolean completed() {
    return completedAt != null;
  }
}
