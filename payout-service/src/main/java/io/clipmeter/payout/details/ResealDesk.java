package io.clipmeter.payout.details;

import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Seals details anew with the current key, a batch in one transaction. */
@Component
class ResealDesk {
  private final SealedDetails details;

  ResealDesk(SealedDetails details) {
    this.details = details;
  }

  /** The last of a batch of those that come after this one; empty where there are no more. */
  @Transactional
  Optional<UUID> reseal(UUID after, int most) {
    return details.reseal(after, most);
  }
}
