package io.clipmeter.tracking.creator;

import io.clipmeter.chassis.outbox.Outbox;
import io.clipmeter.chassis.web.Ids;
import io.clipmeter.events.CreatorUnverified;
import io.clipmeter.events.CreatorVerified;
import io.clipmeter.events.Event;
import io.clipmeter.events.Platform;
import io.clipmeter.events.UnverifiedReason;
import io.clipmeter.tracking.creator.Claim.Code;
import io.clipmeter.tracking.creator.Claim.Proof;
import io.clipmeter.tracking.creator.Claim.Status;
import io.clipmeter.tracking.creator.CreatorOutcome.Done;
import io.clipmeter.tracking.creator.CreatorOutcome.Refused;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Claims, proves and takes accounts away; each is one transaction with its events. */
@Component
class CreatorDesk {
  static final int EXPIRED_AT_ONCE = 500;

  private final Claims claims;
  private final CreatorSettings settings;
  private final Codes codes;
  private final Outbox outbox;
  private final Ids ids;
  private final Clock clock;

  CreatorDesk(
      Claims claims, CreatorSettings settings, Codes codes, Outbox outbox, Ids ids, Clock clock) {
    this.claims = claims;
    this.settings = settings;
    this.codes = codes;
    this.outbox = outbox;
    this.ids = ids;
    this.clock = clock;
  }

  /** Gives the clipper a code for an account, the same one as long as it is good. */
  @Transactional
  CreatorOutcome claim(String clipper, Platform platform, String handle) {
    Instant now = now();
    claims.lockClipper(clipper);
    Optional<Claim> known = claims.find(clipper, platform, handle);
    if (known.isPresent() && settled(known.get())) {
      return new Done(known.get());
    }
    List<Instant> open = claims.openCodes(clipper, now);
    boolean another = known.isEmpty() || known.get().code().isExpiredAt(now);
    if (another && open.size() >= settings.openMax()) {
      return new Refused(new CreatorRefusal.TooManyCodes(Duration.between(now, open.getFirst())));
    }
    Code code = new Code(codes.next(), now.plus(settings.codeFor()), 0, 0);
    claims.issue(new Claim(ids.next(), clipper, platform, handle, Status.PENDING, code, null, now));
    return new Done(claims.find(clipper, platform, handle).orElseThrow());
  }

  /** Counts an attempt before the profile is read, so that attempts at once count, too. */
  @Transactional
  CreatorOutcome attempt(String clipper, UUID id) {
    Optional<Claim> found = claims.lock(id, clipper);
    if (found.isEmpty()) {
      return new Refused(new CreatorRefusal.NotFound());
    }
    Claim claim = found.get();
    if (settled(claim)) {
      return new Done(claim);
    }
    Optional<CreatorRefusal> objection =
        VerificationPolicy.objection(claim.code(), settings.attemptsMax(), now());
    if (objection.isPresent()) {
      return new Refused(objection.get());
    }
    claims.countAttempt(id);
    return new Done(claim);
  }

  /** Whether an account is proven, and not to be proven anew yet. */
  boolean settled(Claim claim) {
    return VerificationPolicy.settled(claim, settings.proof(), now());
  }

  /** An account as its clipper sees it. */
  ClaimView view(Claim claim) {
    boolean wanted = claim.status() != Status.VERIFIED;
    boolean anew = !settled(claim) && !claim.code().isExpiredAt(now());
    return ClaimView.of(
        claim, VerificationPolicy.provenUntil(claim, settings.proof()), wanted || anew);
  }

  /** Ends proofs that are too old; gives how many, at most {@value #EXPIRED_AT_ONCE}. */
  @Transactional
  int expire() {
    Instant now = now();
    List<Claim> expired = claims.expire(now.minus(settings.proof().goodFor()), EXPIRED_AT_ONCE);
    expired.forEach(claim -> announce(unverified(claim, UnverifiedReason.EXPIRED, now)));
    return expired.size();
  }

  /** An attempt that the platform did not answer does not count. */
  @Transactional
  void forgetAttempt(Claim claim) {
    claims.forgetAttempt(claim.id(), claim.code().text());
  }

  /** Writes a proof down, and takes the account from whoever had it. */
  @Transactional
  CreatorOutcome prove(Claim claim, Proof proof) {
    claims.lockPlatform(claim.platform());
    Optional<Claim> now = claims.lock(claim.id(), claim.clipperId());
    if (now.isEmpty()) {
      return new Refused(new CreatorRefusal.NotFound());
    }
    if (settled(now.get())) {
      return new Done(now.get());
    }
    // It ran out while the profile was read, and the clipper asked for another.
    if (!now.get().code().text().equals(claim.code().text())) {
      return new Refused(new CreatorRefusal.CodeExpired());
    }
    for (Claim lost : claims.takeOver(claim, proof)) {
      announce(unverified(lost, UnverifiedReason.TAKEN_OVER, proof.at()));
    }
    if (!claims.verify(claim, proof)) {
      throw new IllegalStateException("changed while it was locked: " + claim.id());
    }
    announce(
        new CreatorVerified(
            claim.clipperId(), claim.platform(), claim.handle(), proof.accountId(), proof.at()));
    return new Done(claims.lock(claim.id(), claim.clipperId()).orElseThrow());
  }

  /** Takes an account away from its clipper, by their own wish. */
  @Transactional
  Optional<CreatorRefusal> remove(String clipper, UUID id) {
    Optional<Claim> found = claims.lock(id, clipper);
    if (found.isEmpty()) {
      return Optional.of(new CreatorRefusal.NotFound());
    }
    Claim claim = found.get();
    claims.remove(id);
    if (claim.status() == Status.VERIFIED) {
      announce(unverified(claim, UnverifiedReason.REMOVED, now()));
    }
    return Optional.empty();
  }

  private void announce(Event event) {
    outbox.append(event.type().topic().topicName(), event.key(), event.type().ceType(), event);
  }

  private static CreatorUnverified unverified(Claim claim, UnverifiedReason why, Instant at) {
    Proof proof = claim.proof();
    return new CreatorUnverified(
        claim.clipperId(),
        claim.platform(),
        claim.handle(),
        proof == null ? null : proof.accountId(),
        why,
        at);
  }

  /** In the precision that the database keeps, so that the first answer equals all later ones. */
  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }
}
