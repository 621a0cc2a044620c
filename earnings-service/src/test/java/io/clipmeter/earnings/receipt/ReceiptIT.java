package io.clipmeter.earnings.receipt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.clipmeter.earnings.Books;
import io.clipmeter.earnings.RunningService;
import io.clipmeter.earnings.Story;
import io.clipmeter.testing.TestTokens;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class ReceiptIT extends RunningService {
  private final UUID campaign = UUID.randomUUID();
  private final UUID clip = UUID.randomUUID();
  private final UUID other = UUID.randomUUID();
  private final String alice = "alice-" + campaign;
  private final String bob = "=bob-" + campaign;
  private final String admin = TestTokens.admin("ann");
  private final String ofAdmins = "/api/admin/campaigns/" + campaign;
  private final Story story = new Story(campaign);

  @BeforeEach
  void aCampaignWithEveryReasonComesToItsEnd() {
    wire.send(story.change(1).budget("40").clipCap("30").minViews(500).event());
    wire.send(story.approved(clip, alice, 1_000));
    wire.send(story.approved(other, bob, 0));
    round(1, 4_000L, 499L, 1);
    round(2, 3_500L, null, 1);
    wire.send(story.change(2).budget("40").cpm("3.333333").event());
    round(3, 4_001L, 700L, 2);
    round(4, 90_000L, 60_000L, 2);
    await()
        .atMost(Duration.ofSeconds(30))
        .until(
            () ->
                one("SELECT coalesce(max(spent_micros), 0) FROM campaign WHERE id = ?", campaign)
                    == 40_000_000);
  }

  private void round(
      long number, Long first, @org.jspecify.annotations.Nullable Long second, long version) {
    UUID round = UUID.randomUUID();
    wire.send(story.observed(round, clip, first));
    wire.send(
        second == null ? story.unavailable(round, other) : story.observed(round, other, second));
    wire.send(story.closed(round, number, 2, second == null ? 1 : 2, version));
  }

  @Test
  void theWholeCampaignFollowsFromItsReceiptsAlone() {
    Answer csv = get(ofAdmins + "/settlements/receipts.csv", admin);

    assertThat(csv.contentType()).startsWith("text/csv");
    Recomputation.Result result = Recomputation.of(csv.text());
    assertThat(result.differences()).isEmpty();
    assertThat(result.spentMicros()).isEqualTo(40_000_000);
    assertThat(csv.text().lines()).hasSize(9);
  }

  @Test
  void aChangedReceiptIsNoticed() {
    String csv = get(ofAdmins + "/settlements/receipts.csv", admin).text();

    assertThat(Recomputation.of(csv.replaceFirst(",4000,", ",4001,")).differences()).isNotEmpty();
  }

  @Test
  void eachReceiptSaysWhatWasReadByWhomAndWhyItEarnedThat() {
    JsonNode items = get(ofAdmins + "/earnings/" + clip + "/receipts", admin).json().get("items");

    assertThat(items)
        .extracting(item -> item.get("reason").asString())
        .containsExactly("RATIONED", "PAID", "NOT_GROWN", "PAID");
    JsonNode first = items.get(3);
    assertThat(first.get("provider").asString()).isEqualTo("SIMULATED");
    assertThat(first.get("readViews").asLong()).isEqualTo(4_000);
    assertThat(first.get("viewsBefore").asLong()).isEqualTo(1_000);
    assertThat(first.at("/share/amount").asString()).isEqualTo("7.50");
    assertThat(first.get("termsVersion").asLong()).isEqualTo(1);
    assertThat(get(ofAdmins + "/earnings/" + other + "/receipts", admin).json().get("items"))
        .extracting(item -> item.get("reason").asString())
        .containsExactly("RATIONED", "PAID", "UNREADABLE", "BELOW_MIN_VIEWS");
  }

  @Test
  void roundsAndTheirReceiptsAreListedPageByPage() {
    JsonNode page = get(ofAdmins + "/settlements?pageSize=3", admin).json();
    JsonNode rest =
        get(
                ofAdmins
                    + "/settlements?pageSize=3&pageToken="
                    + page.get("nextPageToken").asString(),
                admin)
            .json();

    assertThat(page.get("items"))
        .extracting(item -> item.get("round").asLong())
        .containsExactly(4L, 3L, 2L);
    assertThat(rest.get("items"))
        .extracting(item -> item.get("round").asLong())
        .containsExactly(1L);
    assertThat(page.get("items"))
        .extracting(item -> item.get("clips").asLong())
        .containsExactly(2L, 2L, 2L);
    assertThat(one("SELECT count(*) FROM settlement WHERE campaign_id = ? AND clips = 2", campaign))
        .isEqualTo(4);
    String round = page.at("/items/0/roundId").asString();
    assertThat(get(ofAdmins + "/settlements/" + round + "/receipts", admin).json().get("items"))
        .hasSize(2);
  }

  @Test
  void receiptsOfASettlementThatDidNotCountThemAreCounted() {
    Books books = new Books(jdbc);
    UUID old = books.campaign(100, "USD", Instant.now());
    books.settle(old, books.clip(old, "old"), 40, Instant.now());

    String path = "/api/admin/campaigns/" + old + "/settlements";
    assertThat(get(path, admin).json().at("/items/0/clips").asLong()).isEqualTo(1);
  }

  @Test
  void aClipperSeesTheirOwnAndNobodyElses() {
    String own = TestTokens.clipper(alice);
    assertThat(get("/api/clippers/earnings/" + clip + "/receipts", own).json().get("items"))
        .hasSize(4);
    assertThat(get("/api/clippers/earnings/" + other + "/receipts", own).problem())
        .isEqualTo("clip-not-found");
    String csv = get("/api/clippers/earnings/receipts.csv", own).text();
    assertThat(csv.lines()).hasSize(5);
    assertThat(csv).doesNotContain(other.toString());
    assertThat(get(ofAdmins + "/settlements", own).status()).isEqualTo(403);
    assertThat(get("/api/admin/campaigns/" + UUID.randomUUID() + "/settlements", admin).problem())
        .isEqualTo("campaign-not-found");
  }

  @Test
  void aNameThatASpreadsheetTakesForAFormulaIsHarmless() {
    assertThat(get(ofAdmins + "/settlements/receipts.csv", admin).text())
        .contains(",'=bob-")
        .doesNotContain(",=bob-");
  }
}
