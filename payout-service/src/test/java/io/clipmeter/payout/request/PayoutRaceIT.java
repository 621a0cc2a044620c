package io.clipmeter.payout.request;

import static io.clipmeter.payout.AtOnce.atOnce;
import static org.assertj.core.api.Assertions.assertThat;

import io.clipmeter.payout.Api;
import io.clipmeter.payout.Api.Answer;
import io.clipmeter.payout.RunningService;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Many at once over one balance. */
class PayoutRaceIT extends RunningService {
  private final String id = newClipper();

  @Test
  void ofSixteenRequestsAtOnceOneIsInFlight() throws Exception {
    Api clipper = clipperWith(id, "100");
    List<Answer> answers = atOnce(16, () -> clipper.requestPayout("20.00"));
    assertThat(answers).filteredOn(a -> a.status() == 201).hasSize(1);
    assertThat(answers)
        .filteredOn(a -> a.status() != 201)
        .extracting(Answer::problem)
        .containsOnly("payout-in-flight");
    assertThat(clipper.balance("USD")).isEqualTo("100.00/20.00/0.00/80.00");
  }

  @Test
  void requestsAndPaymentsAtOncePayExactlyWhatFits() throws Exception {
    Api clipper = clipperWith(id, "250.5");
    AtomicInteger payments = new AtomicInteger();
    List<Boolean> results =
        atOnce(
            16,
            () -> {
              for (int attempt = 0; attempt < 200; attempt++) {
                Answer answer = clipper.requestPayout("20.00");
                if (answer.status() == 201) {
                  admin("boss").approve(answer.id());
                  admin("boss").pay(answer.id(), id + payments.incrementAndGet());
                } else if (answer.problem().equals("insufficient-balance")) {
                  return true;
                }
              }
              return false;
            });
    assertThat(results).containsOnly(true);
    assertThat(payments).hasValue(12);
    assertThat(clipper.balance("USD")).isEqualTo("250.50/0.00/240.00/10.50");
  }

  @Test
  void fiftyRequestsAtOnceWithOneKeyAreOneRequest() throws Exception {
    Api clipper = clipperWith(id, "500");
    List<Answer> answers = atOnce(50, () -> clipper.requestPayout("one key", "20.00"));
    assertThat(answers)
        .filteredOn(a -> a.status() != 201)
        .extracting(Answer::problem)
        .isSubsetOf("idempotency-key-in-flight");
    assertThat(answers.stream().filter(a -> a.status() == 201).map(Answer::text).distinct())
        .hasSize(1);
    assertThat(clipper.balance("USD")).isEqualTo("500.00/20.00/0.00/480.00");
    Answer replayed = clipper.requestPayout("one key", "20.00");
    assertThat(replayed.status()).isEqualTo(201);
    Answer other = clipper.requestPayout("one key", "21.00");
    assertThat(other.status()).isEqualTo(422);
    assertThat(other.problem()).isEqualTo("idempotency-key-reused");
    Answer elsewhere =
        clipper.post(
            "/api/clippers/payout-request", "one key", Api.paypal("20.00", "eve@example.com"));
    assertThat(elsewhere.problem()).isEqualTo("idempotency-key-reused");
  }

  @Test
  void aRefusedRequestLeavesItsKeyFree() {
    Api clipper = clipperWith(id, "30");
    assertThat(clipper.requestPayout("key", "31.00").problem()).isEqualTo("insufficient-balance");
    assertThat(clipper.requestPayout("key", "30.00").status()).isEqualTo(201);
  }

  @Test
  void ofTwoAdminsAtOnceExactlyOneDecides() throws Exception {
    Api clipper = clipperWith(id, "400");
    for (int round = 0; round < 10; round++) {
      UUID payout = clipper.requestPayout("20.00").id();
      AtomicInteger admin = new AtomicInteger();
      List<Answer> answers =
          atOnce(
              4,
              () -> {
                int number = admin.incrementAndGet();
                return number % 2 == 0
                    ? admin("admin" + number).approve(payout)
                    : clipper.cancel(payout);
              });
      assertThat(answers).filteredOn(a -> a.status() == 200).hasSize(1);
      assertThat(answers)
          .filteredOn(a -> a.status() != 200)
          .extracting(Answer::problem)
          .containsOnly("payout-not-requested");
      admin("boss").reject(payout);
    }
    assertThat(clipper.balance("USD")).isEqualTo("400.00/0.00/0.00/400.00");
  }

  @Test
  void payingAndRejectingAtOnceDoesOneOfThem() throws Exception {
    Api clipper = clipperWith(id, "400");
    int paid = 0;
    for (int round = 0; round < 10; round++) {
      UUID payout = clipper.requestPayout("20.00").id();
      admin("boss").approve(payout);
      AtomicInteger admin = new AtomicInteger();
      List<Answer> answers =
          atOnce(
              4,
              () -> {
                int number = admin.incrementAndGet();
                return number % 2 == 0
                    ? admin("admin" + number).pay(payout, payout + "-" + number)
                    : admin("admin" + number).reject(payout);
              });
      List<Answer> done = answers.stream().filter(a -> a.status() == 200).toList();
      assertThat(done).hasSize(1);
      paid += done.getFirst().json().get("status").asString().equals("PAID") ? 1 : 0;
    }
    assertThat(clipper.balance("USD"))
        .isEqualTo("400.00/0.00/%d.00/%d.00".formatted(20 * paid, 400 - 20 * paid));
  }

  @Test
  void takingBackAndRejectingAtOnceDoesOneOfThem() throws Exception {
    Api clipper = clipperWith(id, "400");
    for (int round = 0; round < 20; round++) {
      UUID payout = clipper.requestPayout("20.00").id();
      List<Answer> answers =
          twoEach(() -> clipper.cancel(payout), () -> admin("boss").reject(payout));
      assertThat(answers).filteredOn(a -> a.status() == 200).hasSize(1);
      assertThat(answers)
          .filteredOn(a -> a.status() != 200)
          .extracting(Answer::problem)
          .isSubsetOf("payout-not-requested", "payout-not-rejectable");
    }
    assertThat(clipper.balance("USD")).isEqualTo("400.00/0.00/0.00/400.00");
  }

  @Test
  void takingBackAndPayingAtOnceDoesOneOfThem() throws Exception {
    Api clipper = clipperWith(id, "400");
    AtomicInteger payments = new AtomicInteger();
    int paid = 0;
    for (int round = 0; round < 20; round++) {
      UUID payout = clipper.requestPayout("20.00").id();
      List<Answer> answers =
          twoEach(
              () -> clipper.cancel(payout),
              () -> {
                assertThat(admin("boss").approve(payout).status()).isIn(200, 409);
                return admin("boss").pay(payout, id + payments.incrementAndGet());
              });
      assertThat(answers).extracting(Answer::status).containsOnly(200, 409);
      List<Answer> done = answers.stream().filter(a -> a.status() == 200).toList();
      assertThat(done).hasSize(1);
      paid += done.getFirst().json().get("status").asString().equals("PAID") ? 1 : 0;
    }
    assertThat(clipper.balance("USD"))
        .isEqualTo("400.00/0.00/%d.00/%d.00".formatted(20 * paid, 400 - 20 * paid));
  }

  /** Two threads do the one and two the other, at once. */
  private static List<Answer> twoEach(Callable<Answer> one, Callable<Answer> other)
      throws Exception {
    AtomicInteger thread = new AtomicInteger();
    return atOnce(4, () -> (thread.getAndIncrement() % 2 == 0 ? one : other).call());
  }
}
