package io.clipmeter.tracking.creator;

import static io.clipmeter.tracking.Service.eventually;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.clipmeter.events.CreatorUnverified;
import io.clipmeter.events.UnverifiedReason;
import io.clipmeter.tracking.Service.Answer;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.transaction.support.TransactionTemplate;

/** One account has one owner. */
class OwnershipIT extends ClaimStage {
  @Autowired CreatorDesk desk;
  @Autowired TransactionTemplate transactions;

  @Test
  void anotherClippersCodeAndAccountAreOutOfReach() {
    Answer claimed = claim(cleo, handle);
    show(code(claimed));
    assertProblem(verify(carl, claimed), 404, "account-not-found");
    assertProblem(delete(carl, claimed), 404, "account-not-found");
    assertThat(list(carl)).isEmpty();
    assertThat(verify(cleo, claimed).status()).isEqualTo(200);
    assertThat(verifications(carl)).isEmpty();
    assertProblem(verify(carl, claim(carl, handle)), 422, "code-not-found");
  }

  @Test
  void aNewProofTakesTheAccountOverAndTellsSo() {
    Answer hers = claim(cleo, handle);
    show(code(hers));
    assertThat(verify(cleo, hers).status()).isEqualTo(200);
    Answer his = claim(carl, handle);
    show(code(his));
    assertThat(verify(carl, his).status()).isEqualTo(200);
    assertThat(status(cleo)).isEqualTo("TAKEN_OVER");
    assertThat(status(carl)).isEqualTo("VERIFIED");
    eventually(
        () ->
            assertThat(losses(cleo))
                .extracting(CreatorUnverified::reason, CreatorUnverified::accountId)
                .containsExactly(tuple(UnverifiedReason.TAKEN_OVER, accountId)));
  }

  @Test
  void anAccountThatWasRenamedIsStillOneAccount() {
    Answer hers = claim(cleo, handle);
    show(code(hers));
    assertThat(verify(cleo, hers).status()).isEqualTo(200);
    Answer his = claim(carl, handle + "_new");
    show(handle + "_new", code(his));
    assertThat(verify(carl, his).status()).isEqualTo(200);
    assertThat(status(cleo)).isEqualTo("TAKEN_OVER");
  }

  @Test
  void ofClippersAtOnceExactlyOneOwnsTheAccount() throws Exception {
    List<String> clippers = IntStream.range(0, 4).mapToObj(n -> "c" + n + handle).toList();
    List<Answer> claims = clippers.stream().map(who -> claim(who, handle)).toList();
    show(String.join(" ", claims.stream().map(ClaimStage::code).toList()));
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Callable<Answer>> calls =
          IntStream.range(0, 4)
              .<Callable<Answer>>mapToObj(n -> () -> verify(clippers.get(n), claims.get(n)))
              .toList();
      for (Future<Answer> call : threads.invokeAll(calls)) {
        assertThat(call.get().status()).isEqualTo(200);
      }
    }
    assertThat(clippers.stream().map(this::status))
        .containsExactlyInAnyOrder("VERIFIED", "TAKEN_OVER", "TAKEN_OVER", "TAKEN_OVER");
  }

  @Test
  void anAccountThatIsTakenAwayWhileAnotherProvesItDoesNotComeBack() throws Exception {
    Answer hers = claim(cleo, handle);
    show(code(hers));
    verify(cleo, hers);
    Answer his = claim(carl, handle);
    show(code(his));
    Future<Answer> proof;
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      proof =
          transactions.execute(
              open -> {
                desk.remove(cleo, UUID.fromString(id(hers)));
                Future<Answer> waiting = threads.submit(() -> verify(carl, his));
                eventually(() -> assertThat(waitingForHer()).isOne());
                return waiting;
              });
    }

    assertThat(proof.get().status()).isEqualTo(200);
    assertThat(list(cleo)).isEmpty();
    assertThat(status(carl)).isEqualTo("VERIFIED");
    eventually(() -> assertThat(verifications(carl)).hasSize(1));
    assertThat(losses(cleo))
        .extracting(CreatorUnverified::reason)
        .containsExactly(UnverifiedReason.REMOVED);
  }

  private long waitingForHer() {
    return jdbc.sql(
            "SELECT count(*) FROM pg_stat_activity WHERE wait_event_type = 'Lock'"
                + " AND query LIKE '%TAKEN_OVER%' AND datname = current_database()")
        .query(Long.class)
        .single();
  }

  @Test
  void theDatabaseKeepsOneOwnerToo() {
    Answer hers = claim(cleo, handle);
    show(code(hers));
    verify(cleo, hers);
    claim(carl, handle);
    assertThatThrownBy(
            () ->
                jdbc.sql(
                        "UPDATE creator_claim SET status = 'VERIFIED', verified_at = now()"
                            + " WHERE clipper_id = :carl")
                    .param("carl", carl)
                    .update())
        .isInstanceOf(DuplicateKeyException.class)
        .hasMessageContaining("one_clipper_per_handle");
  }

  @Test
  void anAccountThatIsTakenAwayIsNoLongerOwned() {
    Answer claimed = claim(cleo, handle);
    show(code(claimed));
    verify(cleo, claimed);
    assertThat(delete(cleo, claimed).status()).isEqualTo(204);
    assertThat(list(cleo)).isEmpty();
    eventually(
        () ->
            assertThat(losses(cleo))
                .extracting(CreatorUnverified::reason)
                .containsExactly(UnverifiedReason.REMOVED));
    assertProblem(delete(cleo, claimed), 404, "account-not-found");
    assertProblem(verify(cleo, claimed), 404, "account-not-found");
  }
}
