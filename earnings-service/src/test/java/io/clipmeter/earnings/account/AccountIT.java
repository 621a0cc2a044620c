package io.clipmeter.earnings.account;

import static org.assertj.core.api.Assertions.assertThat;

import io.clipmeter.earnings.Books;
import io.clipmeter.earnings.RunningService;
import io.clipmeter.testing.TestTokens;
import java.time.Instant;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.test.context.TestPropertySource;

/**
 * In a database of its own: other tests compare all clips with what their views alone have earned.
 * A campaign that pays, corrects and holds within three microseconds.
 */
@TestPropertySource(properties = "clipmeter.earnings.claim.every=30m")
class AccountIT extends RunningService {
  private static final String PATH = "/api/admin/earnings/balances";
  private final String admin = TestTokens.admin("boss");
  private final String alice = "alice-" + UUID.randomUUID();
  private UUID campaign;
  private UUID clip;

  @BeforeEach
  void post() {
    Books books = new Books(jdbc);
    campaign = books.campaign(100_000_000, "USD", at("0.000001"));
    clip = books.clip(campaign, alice);
    UUID other = books.clip(campaign, alice);
    books.settle(campaign, clip, 40_000_000, at("0.000002"));
    books.settle(campaign, other, 2_000_000, at("0.000002"));
    books.adjust(campaign, clip, -5_000_000, at("0.000003"));
    books.hold(campaign, clip, 1_000_000, at("0.000003"));
  }

  @ParameterizedTest(name = "at {0}")
  @CsvSource({
    "0.000000, 0.00 0.00 0.00, 0.00 0.00, 0.00 0.00",
    "0.000001, 0.00 -100.00 100.00, 0.00 0.00, 0.00 0.00",
    "0.0000019, 0.00 -100.00 100.00, 0.00 0.00, 0.00 0.00",
    "0.000002, 0.00 -100.00 58.00, 40.00 0.00, 42.00 0.00",
    "0.000003, 5.00 -100.00 58.00, 34.00 1.00, 36.00 1.00",
    "9.000000, 5.00 -100.00 58.00, 34.00 1.00, 36.00 1.00"
  })
  void theBalancesOfAnInstant(String second, String ofCampaign, String ofClip, String ofClipper) {
    assertThat(balances("/campaigns/" + campaign + query(second))).isEqualTo(ofCampaign);
    assertThat(balances("/clips/" + clip + query(second))).isEqualTo(ofClip);
    assertThat(balances("/clippers/" + alice + query(second))).isEqualTo(ofClipper);
    assertThat(balances(query(second) + "&account=campaign:" + campaign + ":budget"))
        .isEqualTo(ofCampaign.split(" ")[2]);
    assertThat(balances(query(second) + "&account=clip:" + clip + ":held"))
        .isEqualTo(ofClip.split(" ")[1]);
  }

  @Test
  void withoutAnInstantItIsNow() {
    assertThat(balances("/clips/" + clip)).isEqualTo("34.00 1.00");
    assertThat(balances("?account=campaign:" + campaign + ":adjustments")).isEqualTo("5.00");
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource({
    "'', 400",
    "?account=, 404",
    "?account=campaign:x:budget, 404",
    "?account=campaign:CAMPAIGN:held, 404",
    "?account=clip:CAMPAIGN:earned, 404",
    "?account=campaign:CAMPAIGN:budget%00, 404",
    "/campaigns/CLIP, 404",
    "/campaigns/x, 400",
    "/clips/CAMPAIGN, 404",
    "/clippers/nobody, 404",
    "/clippers/%00, 400",
    "/clips/CLIP?at=yesterday, 400",
    "/clips/CLIP?at=2999-01-01T00:00:00Z, 422",
    "/clips/CLIP?at=%2B999999999-01-01T00:00:00Z, 422",
    "/clips/CLIP?at=-999999999-01-01T00:00:00Z, 200",
    "/clips/CLIP?at=0001-01-01T00:00:00Z, 200"
  })
  void refusesWhatIsNoAccountOrNoInstant(String path, int status) {
    String asked = path.replace("CAMPAIGN", campaign.toString()).replace("CLIP", clip.toString());
    Answer answer = get(PATH + asked, admin);

    assertThat(answer.status()).as(answer.text()).isEqualTo(status);
  }

  @Test
  void onlyAdminsSeeThem() {
    assertThat(get(PATH + "/clippers/" + alice, TestTokens.clipper(alice)).status()).isEqualTo(403);
    assertThat(get(PATH + "/clips/" + clip, "").status()).isEqualTo(401);
  }

  private String balances(String path) {
    Answer answer = get(PATH + path, admin);
    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    return answer
        .json()
        .get("items")
        .valueStream()
        .map(item -> item.at("/balance/amount").asString())
        .collect(Collectors.joining(" "));
  }

  private static String query(String second) {
    return "?at=" + at(second);
  }

  private static Instant at(String second) {
    return Instant.parse("2025-11-01T12:00:0" + second + "Z");
  }
}
