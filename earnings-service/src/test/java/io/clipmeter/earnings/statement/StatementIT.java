package io.clipmeter.earnings.statement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.clipmeter.earnings.RunningService;
import io.clipmeter.earnings.Story;
import io.clipmeter.events.CompletionReason;
import io.clipmeter.testing.Forgery;
import io.clipmeter.testing.TestTokens;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the service shows of a campaign after one round, and to whom. */
class StatementIT extends RunningService {
  private final UUID campaign = UUID.randomUUID();
  private final UUID clip = UUID.randomUUID();
  private final UUID othersClip = UUID.randomUUID();
  private final String alice = "alice-" + campaign;
  private final String bob = "bob-" + campaign;
  private final String admin = TestTokens.admin("boss");

  @BeforeEach
  void settleOneRound() {
    Story story = new Story(campaign);
    UUID round = UUID.randomUUID();
    wire.send(story.changed("100"));
    wire.send(story.approved(clip, alice, 1_000));
    wire.send(story.approved(othersClip, bob, 0));
    wire.send(story.observed(round, clip, 4_000));
    wire.send(story.observed(round, othersClip, 2_001));
    wire.send(story.closed(round, 1, 2, 2));
    await()
        .atMost(Duration.ofSeconds(30))
        .until(
            () ->
                one("SELECT count(*) FROM round WHERE id = ? AND status = 'SETTLED'", round) == 1);
  }

  private List<String> paths() {
    String ofAdmins = "/api/admin/campaigns/" + campaign;
    return List.of(
        ofAdmins + "/budget",
        ofAdmins + "/earnings",
        ofAdmins + "/earnings/" + clip + "/accruals",
        "/api/clippers/earnings",
        "/api/clippers/earnings/" + clip + "/accruals");
  }

  @Test
  void anAdminSeesWhatIsSpentAndWhy() {
    var budget = get(paths().get(0), admin).json();
    assertThat(budget.at("/budget/amount").asString()).isEqualTo("100.00");
    assertThat(budget.at("/spent/amount").asString()).isEqualTo("12.5025");
    assertThat(budget.at("/remaining/amount").asString()).isEqualTo("87.4975");
    assertThat(budget.get("roundsSettled").asInt()).isEqualTo(1);
    assertThat(get(paths().get(1), admin).json().get("items")).hasSize(2);
    var accrual = get(paths().get(2), admin).json().at("/items/0");
    assertThat(accrual.at("/amount/amount").asString()).isEqualTo("7.50");
    assertThat(accrual.get("viewsBefore").asLong()).isEqualTo(1_000);
    assertThat(accrual.get("viewsAfter").asLong()).isEqualTo(4_000);
    assertThat(accrual.get("rationed").asBoolean()).isFalse();
  }

  @Test
  void whatWentBackToTheBrandDoesNotRemain() {
    assertThat(get(paths().get(0), admin).json().at("/refunded/amount").asString())
        .isEqualTo("0.00");
    Story story = new Story(campaign);
    wire.send(story.change(2).ending(CompletionReason.ENDED_BY_ADMIN).event());
    wire.send(story.trackingEnded(2, 1));
    await()
        .atMost(Duration.ofSeconds(30))
        .until(
            () ->
                one(
                        "SELECT count(*) FROM campaign WHERE id = ? AND completed_at IS NOT NULL",
                        campaign)
                    == 1);

    var budget = get(paths().get(0), admin).json();
    assertThat(budget.at("/spent/amount").asString()).isEqualTo("12.5025");
    assertThat(budget.at("/refunded/amount").asString()).isEqualTo("87.4975");
    assertThat(budget.at("/remaining/amount").asString()).isEqualTo("0.00");
  }

  @Test
  void aClipperSeesTheirOwnAndNobodyElses() {
    var own = get("/api/clippers/earnings", TestTokens.clipper(alice)).json().get("items");
    assertThat(own).hasSize(1);
    assertThat(own.at("/0/earnings/amount").asString()).isEqualTo("7.50");
    assertThat(get(paths().get(4), TestTokens.clipper(alice)).json().get("items")).hasSize(1);

    Answer others = get(paths().get(4), TestTokens.clipper(bob));
    assertRefused(others, 404, "clip-not-found");
    UUID nobodys = UUID.randomUUID();
    assertThat(others.text().replace(clip.toString(), nobodys.toString()))
        .isEqualTo(
            get("/api/clippers/earnings/" + nobodys + "/accruals", TestTokens.clipper(bob)).text());
  }

  @Test
  void pagesFollowEachOtherWithoutGapOrRepetition() {
    String path = paths().get(1) + "?pageSize=1";
    var first = get(path, admin).json();
    var second = get(path + "&pageToken=" + first.get("nextPageToken").asString(), admin).json();
    assertThat(List.of(id(first), id(second)))
        .containsExactlyInAnyOrder(clip.toString(), othersClip.toString());
    assertThat(second.get("nextPageToken").isNull()).isTrue();
  }

  private static String id(tools.jackson.databind.JsonNode page) {
    return page.at("/items/0/clipId").asString();
  }

  @Test
  void nobodyLooksWhereTheirRoleMayNot() {
    for (String path : paths().subList(0, 3)) {
      assertRefused(get(path, TestTokens.clipper(alice)), 403, "forbidden");
    }
    for (String path : paths().subList(3, 5)) {
      assertRefused(get(path, admin), 403, "forbidden");
    }
  }

  @ParameterizedTest
  @EnumSource(Forgery.class)
  void aForgedTokenOpensNothing(Forgery forgery) {
    for (String path : paths()) {
      assertRefused(get(path, forgery.token(alice)), 401, "unauthenticated");
    }
  }

  @Test
  void aCampaignShowsOnlyItsOwnClips() {
    String unknown = "/api/admin/campaigns/" + UUID.randomUUID();
    assertRefused(get(unknown + "/budget", admin), 404, "campaign-not-found");
    assertRefused(get(unknown + "/earnings", admin), 404, "campaign-not-found");
    UUID other = UUID.randomUUID();
    wire.send(new Story(other).changed("5"));
    await()
        .atMost(Duration.ofSeconds(30))
        .until(() -> one("SELECT count(*) FROM campaign WHERE id = ?", other) == 1);
    assertRefused(
        get("/api/admin/campaigns/" + other + "/earnings/" + clip + "/accruals", admin),
        404,
        "clip-not-found");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "pageSize=0",
        "pageSize=-1",
        "pageSize=x",
        "pageSize=99999999999",
        "pageToken=%00",
        "pageToken=x"
      })
  void aBadPageIsRefused(String query) {
    for (String path : List.of(paths().get(1), paths().get(2))) {
      assertThat(get(path + "?" + query, admin).status()).as(path).isEqualTo(400);
    }
    assertThat(get("/api/admin/campaigns/not-an-id/budget", admin).status()).isEqualTo(400);
  }

  private static void assertRefused(Answer answer, int status, String problem) {
    assertThat(answer.status()).isEqualTo(status);
    assertThat(answer.contentType()).isEqualTo("application/problem+json");
    assertThat(answer.problem()).isEqualTo(problem);
  }
}
