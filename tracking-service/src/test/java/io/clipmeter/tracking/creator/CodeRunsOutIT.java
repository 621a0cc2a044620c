package io.clipmeter.tracking.creator;

import static org.assertj.core.api.Assertions.assertThat;

import io.clipmeter.tracking.Service.Answer;
import io.clipmeter.tracking.creator.Claim.Proof;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class CodeRunsOutIT extends ClaimStage {
  @Autowired private CreatorDesk desk;

  @Test
  void aCodeThatWasReplacedWhileTheProfileWasReadProvesNothing() {
    Answer claimed = claim(cleo, handle);
    UUID id = UUID.fromString(id(claimed));
    Claim asRead = ((CreatorOutcome.Done) desk.attempt(cleo, id)).claim();
    clock.advance(Duration.ofHours(25));
    assertThat(code(claim(cleo, handle))).isNotEqualTo(code(claimed));

    CreatorOutcome outcome = desk.prove(asRead, new Proof(accountId, clock.instant()));

    assertThat(outcome).isEqualTo(new CreatorOutcome.Refused(new CreatorRefusal.CodeExpired()));
    assertThat(status(cleo)).isEqualTo("PENDING");
  }
}
