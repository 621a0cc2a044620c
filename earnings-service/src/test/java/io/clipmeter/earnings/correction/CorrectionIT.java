package io.clipmeter.earnings.correction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.clipmeter.earnings.Books;
import io.clipmeter.earnings.RunningService;
import io.clipmeter.earnings.Story;
import io.clipmeter.earnings.Wire;
import io.clipmeter.events.EarningsAdjusted;
import io.clipmeter.events.EarningsHeld;
import io.clipmeter.events.EarningsReleased;
import io.clipmeter.events.Event;
import io.clipmeter.events.EventType;
import io.clipmeter.events.Topic;
import io.clipmeter.testing.TestTokens;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

class CorrectionIT extends RunningService {
  @Autowired CorrectionDesk desk;
  @Autowired TransactionTemplate transaction;
  private final UUID campaign = UUID.randomUUID();
  private final UUID clip = UUID.randomUUID();
  private final String admin = TestTokens.admin("ann");
  private final String path = "/api/admin/campaigns/" + campaign + "/earnings/" + clip;

  @BeforeEach
  void aClipHasEarnedTen() {
    Story story = new Story(campaign);
    UUID round = UUID.randomUUID();
    wire.send(story.changed("100"));
    wire.send(story.approved(clip, "alice", 0));
    wire.send(story.observed(round, clip, 4_000));
    wire.send(story.closed(round, 1, 1, 1));
    await()
        .atMost(Duration.ofSeconds(30))
        .until(
            () ->
                one("SELECT count(*) FROM clip WHERE id = ? AND accrued_micros = 10000000", clip)
                    == 1);
  }

  @Test
  void takesBackOnceHoweverOftenItIsAsked() {
    String body = adjust("-4.50", "USD");
    Answer first = post(path + "/adjustments", admin, "k1", body);
    Answer second = post(path + "/adjustments", admin, "k1", body);

    assertThat(first.status()).isEqualTo(201);
    assertThat(second.text()).isEqualTo(first.text());
    assertThat(post(path + "/adjustments", admin, "k1", adjust("-5", "USD")).problem())
        .isEqualTo("idempotency-key-reused");
    assertThat(account("clip:" + clip + ":earned")).isEqualTo(5_500_000);
    assertThat(account("campaign:" + campaign + ":adjustments")).isEqualTo(4_500_000);
    assertThat(one("SELECT spent_micros FROM campaign WHERE id = ?", campaign))
        .isEqualTo(10_000_000);
    assertThat(one("SELECT count(*) FROM audit_log WHERE subject_id = ? AND actor = 'ann'", clip))
        .isEqualTo(1);
    await().atMost(Duration.ofSeconds(20)).until(() -> events(EarningsAdjusted.class).size() == 1);
    EarningsAdjusted told = events(EarningsAdjusted.class).getFirst();
    assertThat(told.amount().amount()).isEqualTo("-4.50");
    assertThat(told.adjustedTotal().amount()).isEqualTo("-4.50");
    assertThat(get(path + "/adjustments", admin).json().at("/items/0/reason").asString())
        .isEqualTo("views bought");
  }

  @Test
  void holdsAndReleasesAndTakesBackWhatWasHeld() {
    Answer held = post(path + "/holds", admin, "h-" + clip, hold("6", null));
    assertThat(held.status()).isEqualTo(201);
    assertThat(post(path + "/adjustments", admin, "k", adjust("-5", "USD")).problem())
        .isEqualTo("more-than-earned");
    String id = held.json().get("id").asString();
    String release = path + "/holds/" + id + "/release";

    Answer released = post(release, admin, "r", "{\"reason\":\"bought\",\"takeBack\":true}");

    assertThat(released.status()).isEqualTo(200);
    assertThat(post(release, admin, "r2", "{\"reason\":\"again\"}").problem())
        .isEqualTo("hold-released");
    assertThat(account("clip:" + clip + ":earned")).isEqualTo(4_000_000);
    assertThat(account("clip:" + clip + ":held")).isZero();
    await().atMost(Duration.ofSeconds(20)).until(() -> events(EarningsReleased.class).size() == 1);
    assertThat(events(EarningsHeld.class)).hasSize(1);
    assertThat(events(EarningsAdjusted.class))
        .extracting(e -> e.amount().amount())
        .containsExactly("-6.00");
  }

  @Test
  void aKeyStandsForTheCampaignToo() {
    String other = "/api/admin/campaigns/" + UUID.randomUUID() + "/earnings/" + clip;
    String adjust = adjust("-1", "USD");
    String hold = hold("6", null);
    String end = "{\"reason\":\"fine\"}";
    post(path + "/adjustments", admin, "a-" + clip, adjust);
    String id = post(path + "/holds", admin, "b-" + clip, hold).json().get("id").asString();
    String release = "/holds/" + id + "/release";
    assertThat(post(path + release, admin, "c-" + clip, end).status()).isEqualTo(200);

    assertThat(post(other + "/adjustments", admin, "a-" + clip, adjust).problem())
        .isEqualTo("idempotency-key-reused");
    assertThat(post(other + "/holds", admin, "b-" + clip, hold).problem())
        .isEqualTo("idempotency-key-reused");
    assertThat(post(other + release, admin, "c-" + clip, end).problem())
        .isEqualTo("idempotency-key-reused");
  }

  @Test
  void aHoldWhoseTimeIsOverEndsOnce() {
    Instant end = Instant.now().plusSeconds(3_600).truncatedTo(ChronoUnit.SECONDS);
    Answer held = post(path + "/holds", admin, "expiring-" + clip, hold("6", end.toString()));
    assertThat(held.status()).isEqualTo(201);

    assertThat(lookedAt()).isEqualTo(1);
    assertThat(desk.releaseExpired(end.minusSeconds(1), 100)).isZero();
    assertThat(desk.releaseExpired(end, 100)).isEqualTo(1);
    assertThat(lookedAt()).isZero();
    assertThat(desk.releaseExpired(end, 100)).isZero();

    assertThat(account("clip:" + clip + ":earned")).isEqualTo(10_000_000);
    assertThat(get(path + "/holds", admin).json().at("/items/0/releasedAt").isNull()).isFalse();
  }

  @Test
  void aHoldThatWasReleasedOrHasNoEndIsNotLookedAtForItsEnd() {
    Instant end = Instant.now().plusSeconds(3_600).truncatedTo(ChronoUnit.SECONDS);
    Answer held = post(path + "/holds", admin, "with-" + clip, hold("6", end.toString()));
    post(path + "/holds", admin, "without-" + clip, hold("1", null));
    assertThat(lookedAt()).isEqualTo(1);

    String id = held.json().get("id").asString();
    post(path + "/holds/" + id + "/release", admin, "early-" + clip, "{\"reason\":\"fine\"}");
    assertThat(lookedAt()).isZero();
    assertThat(desk.releaseExpired(end, 100)).isZero();
  }

  private long lookedAt() {
    return one(
        "SELECT count(*) FROM hold_to_expire e JOIN hold h ON h.id = e.hold_id WHERE h.clip_id = ?",
        clip);
  }

  @Test
  void anAdminGivesNothingToTheirOwnClip() {
    String alice = TestTokens.admin("alice");
    Answer added = post(path + "/adjustments", alice, "own-add-" + clip, adjust("1", "USD"));
    assertThat(added.status()).isEqualTo(403);
    assertThat(added.problem()).isEqualTo("own-clip");
    String held =
        post(path + "/holds", alice, "own-hold-" + clip, hold("6", null))
            .json()
            .get("id")
            .asString();
    String release = path + "/holds/" + held + "/release";
    Answer released = post(release, alice, "own-end-" + clip, "{\"reason\":\"mine\"}");
    assertThat(released.status()).isEqualTo(403);
    assertThat(released.problem()).isEqualTo("own-clip");
    assertThat(account("clip:" + clip + ":held")).isEqualTo(6_000_000);

    assertThat(post(release, admin, "end-" + clip, "{\"reason\":\"fine\"}").status())
        .isEqualTo(200);
    assertThat(post(path + "/adjustments", alice, "own-less-" + clip, adjust("-1", "USD")).status())
        .isEqualTo(201);
    assertThat(account("clip:" + clip + ":earned")).isEqualTo(9_000_000);
  }

  @Test
  void adjustmentsOfAClipStandAtABoundAtMost() {
    String most = "1000000000";
    Answer first = post(path + "/adjustments", admin, "most", adjust(most, "USD"));
    Answer second = post(path + "/adjustments", admin, "more", adjust("0.000001", "USD"));

    assertThat(first.status()).as(first.text()).isEqualTo(201);
    assertThat(second.status()).isEqualTo(422);
    assertThat(second.problem()).isEqualTo("adjustment-too-large");
    assertThat(post(path + "/adjustments", admin, "huge", adjust("999999999999", "USD")).problem())
        .isEqualTo("adjustment-too-large");
    Books books = new Books(jdbc);
    assertThatThrownBy(() -> adjust(books, 1_000_000_000_000_001L))
        .hasMessageContaining("adds_no_more_than_the_most");
    books.run("UPDATE clip SET adjusted_micros = adjusted_micros + 1 WHERE id = ?", clip);
    assertThatThrownBy(() -> adjust(books, 1)).hasMessageContaining("more than the most");
    books.run("UPDATE clip SET adjusted_micros = adjusted_micros - 1 WHERE id = ?", clip);
  }

  /** All of it or nothing: other tests look at the same books. */
  private void adjust(Books books, long micros) {
    transaction.executeWithoutResult(status -> books.adjust(campaign, clip, micros, Instant.now()));
  }

  @ParameterizedTest(name = "{0} {1}: {2}")
  @CsvSource({
    "adjustments, '{\"amount\":{\"amount\":\"-10.000001\",\"currency\":\"USD\"},\"reason\":\"x\"}',"
        + " 422",
    "adjustments, '{\"amount\":{\"amount\":\"1\",\"currency\":\"EUR\"},\"reason\":\"x\"}', 422",
    "adjustments, '{\"amount\":{\"amount\":\"0\",\"currency\":\"USD\"},\"reason\":\"x\"}', 422",
    "adjustments, '{\"amount\":{\"amount\":\"1e9\",\"currency\":\"USD\"},\"reason\":\"x\"}', 400",
    "adjustments,"
        + " '{\"amount\":{\"amount\":\"999999999999\",\"currency\":\"XTS\"},\"reason\":\"x\"}',"
        + " 422",
    "adjustments, '{\"amount\":{\"amount\":\"1\",\"currency\":\"USD\"},\"reason\":\" \"}', 400",
    "adjustments, '{\"amount\":{\"amount\":\"1\",\"currency\":\"USD\"},\"reason\":\"\\u3000\"}',"
        + " 400",
    "holds,"
        + " '{\"amount\":{\"amount\":\"1\",\"currency\":\"USD\"},\"reason\":\"x\",\"expiresAt\":1795405000}',"
        + " 400",
    "adjustments, '{}', 400",
    "holds, '{\"amount\":{\"amount\":\"11\",\"currency\":\"USD\"},\"reason\":\"x\"}', 422",
    "holds,"
        + " '{\"amount\":{\"amount\":\"1\",\"currency\":\"USD\"},\"reason\":\"x\",\"expiresAt\":\"2020-01-01T00:00:00Z\"}',"
        + " 422",
    "holds,"
        + " '{\"amount\":{\"amount\":\"1\",\"currency\":\"USD\"},\"reason\":\"x\",\"expiresAt\":\"+999999999-01-01T00:00:00Z\"}',"
        + " 422"
  })
  void refusesWhatCannotBe(String what, String body, int status) {
    Answer answer = post(path + "/" + what, admin, "k", body);

    assertThat(answer.status()).as(answer.text()).isEqualTo(status);
    assertThat(account("clip:" + clip + ":earned")).isEqualTo(10_000_000);
  }

  @Test
  void nobodyElseCorrectsAndNoClipOfAnotherCampaignIsFound() {
    String other = "/api/admin/campaigns/" + UUID.randomUUID() + "/earnings/" + clip;
    assertThat(post(other + "/adjustments", admin, "k", adjust("1", "USD")).problem())
        .isEqualTo("clip-not-found");
    assertThat(get(other + "/holds", admin).problem()).isEqualTo("clip-not-found");
    assertThat(
            post(
                    path + "/holds/" + UUID.randomUUID() + "/release",
                    admin,
                    "k",
                    "{\"reason\":\"x\"}")
                .problem())
        .isEqualTo("hold-not-found");
    assertThat(post(path + "/adjustments", TestTokens.clipper("alice"), "k", adjust("1", "USD")))
        .extracting(Answer::status)
        .isEqualTo(403);
  }

  private static String adjust(String amount, String currency) {
    return "{\"amount\":{\"amount\":\"%s\",\"currency\":\"%s\"},\"reason\":\"views bought\"}"
        .formatted(amount, currency);
  }

  private static String hold(String amount, @org.jspecify.annotations.Nullable String expiresAt) {
    String end = expiresAt == null ? "null" : "\"" + expiresAt + "\"";
    return "{\"amount\":{\"amount\":\"%s\",\"currency\":\"USD\"},\"reason\":\"checked\",\"expiresAt\":%s}"
        .formatted(amount, end);
  }

  private long account(String name) {
    return one("SELECT coalesce(sum(amount_micros), 0) FROM posting WHERE account = ?", name);
  }

  private <E extends Event> List<E> events(Class<E> type) {
    String ceType =
        List.of(EventType.values()).stream()
            .filter(t -> t.record() == type)
            .findFirst()
            .orElseThrow()
            .ceType();
    return wire.all(Topic.EARNINGS.topicName()).stream()
        .filter(r -> Wire.header(r, "ce_type").equals(ceType))
        .filter(r -> r.value().contains(clip.toString()))
        .map(r -> wire.read(r, type))
        .toList();
  }
}
