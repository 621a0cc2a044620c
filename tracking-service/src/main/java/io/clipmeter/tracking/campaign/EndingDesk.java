package io.clipmeter.tracking.campaign;

import java.time.Clock;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Looks for campaigns that end and whose last round closed while nobody knew yet that they end. */
@Component
public class EndingDesk {
  private final Endings endings;
  private final Clock clock;

  EndingDesk(Endings endings, Clock clock) {
    this.endings = endings;
    this.clock = clock;
  }

  /** Announces the ends that nobody has told. */
  @Transactional
  public void announceThoseLeft() {
    endings.announce(Optional.empty(), clock.instant());
  }
}
