package io.clipmeter.tracking.creator;

import static io.clipmeter.tracking.Service.eventually;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import io.clipmeter.events.CreatorUnverified;
import io.clipmeter.events.CreatorVerified;
import io.clipmeter.events.UnverifiedReason;
import io.clipmeter.tracking.Given;
import io.clipmeter.tracking.Service.Answer;
import io.clipmeter.tracking.source.usage.ClocksInStep;
import io.clipmeter.tracking.source.usage.TurnSettings;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** How long a proof is good, and how it is had anew. */
class ProofsIT extends ClaimStage {
  private static final Instant END = Given.NOW.plus(Duration.ofDays(180));
  private static final Instant RENEWABLE = Given.NOW.plus(Duration.ofDays(150));

  @Autowired CreatorDesk desk;

  @Test
  void aProofEndsWhenItsTimeIsUpAndNotBefore() {
    Answer proven = proven();
    assertThat(proven.json().get("verifiedUntil").asString()).isEqualTo(END.toString());

    clock.set(END.minusMillis(1));
    ProofExpiry.all(desk);
    assertThat(status(cleo)).isEqualTo("VERIFIED");
    assertThat(losses(cleo)).isEmpty();

    clock.set(END);
    ProofExpiry.all(desk);
    ProofExpiry.all(desk);
    assertThat(status(cleo)).isEqualTo("EXPIRED");
    eventually(
        () ->
            assertThat(losses(cleo))
                .extracting(
                    CreatorUnverified::reason,
                    CreatorUnverified::accountId,
                    CreatorUnverified::unverifiedAt)
                .containsExactly(tuple(UnverifiedReason.EXPIRED, accountId, END)));
  }

  @Test
  void toAClockThatIsFarAheadNoProofIsOver() {
    proven();
    clock.set(Instant.now().plus(Duration.ofDays(4000)));
    ProofExpiry.allInStep(
        desk, new ClocksInStep(jdbc, new TurnSettings(Duration.ofMinutes(65))), clock);
    assertThat(status(cleo)).isEqualTo("VERIFIED");

    ProofExpiry.allInStep(
        desk, new ClocksInStep(jdbc, new TurnSettings(Duration.ofDays(100_000))), clock);
    assertThat(status(cleo)).isEqualTo("EXPIRED");
  }

  @Test
  void anExpiredAccountIsProvenLikeANewOne() {
    Answer first = proven();
    clock.set(END);
    ProofExpiry.all(desk);

    assertProblem(verify(cleo, first), 409, "code-expired");
    Answer again = claim(cleo, handle);
    assertThat(again.json().get("status").asString()).isEqualTo("PENDING");
    show(code(again));

    assertThat(verify(cleo, again).json().get("status").asString()).isEqualTo("VERIFIED");
  }

  @Test
  void aProofIsHadAnewBeforeItEndsAndTheAccountStaysProvenMeanwhile() {
    proven();
    clock.set(RENEWABLE.minusMillis(1));
    assertThat(claim(cleo, handle).json().get("code").isNull()).isTrue();

    clock.set(RENEWABLE);
    Answer anew = claim(cleo, handle);
    assertThat(anew.json().get("status").asString()).isEqualTo("VERIFIED");
    assertProblem(verify(cleo, anew), 422, "code-not-found");
    assertThat(status(cleo)).isEqualTo("VERIFIED");
    show(code(anew));
    Answer renewed = verify(cleo, anew);

    assertThat(renewed.json().get("code").isNull()).isTrue();
    assertThat(renewed.json().get("verifiedUntil").asString())
        .isEqualTo(RENEWABLE.plus(Duration.ofDays(180)).toString());
    clock.set(END);
    ProofExpiry.all(desk);
    assertThat(status(cleo)).isEqualTo("VERIFIED");
    eventually(
        () ->
            assertThat(verifications(cleo))
                .extracting(CreatorVerified::verifiedAt)
                .containsExactly(Given.NOW, RENEWABLE));
    assertThat(losses(cleo)).isEmpty();
  }

  @Test
  void anAccountWhoseProofEndedIsFreeForWhoeverProvesIt() {
    proven();
    clock.set(END);
    ProofExpiry.all(desk);
    Answer his = claim(carl, handle);
    show(code(his));

    assertThat(verify(carl, his).status()).isEqualTo(200);
    assertThat(status(cleo)).isEqualTo("EXPIRED");
    assertThat(status(carl)).isEqualTo("VERIFIED");
  }

  private Answer proven() {
    Answer claimed = claim(cleo, handle);
    show("my clips " + code(claimed));
    Answer verified = verify(cleo, claimed);
    assertThat(verified.status()).isEqualTo(200);
    show("my clips");
    return verified;
  }
}
