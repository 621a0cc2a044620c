package io.clipmeter.tracking.source.apify;

import static org.assertj.core.api.Assertions.assertThat;

import io.clipmeter.tracking.source.KeyCheck;
import io.clipmeter.tracking.source.apify.ApifyStub.Call;
import io.clipmeter.tracking.source.apify.ApifyStub.Canned;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What Apify says of our account, whatever it says. */
class ApifyAccountTest {
  private final ApifyFixture apify = new ApifyFixture();

  @AfterEach
  void close() {
    apify.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"1e999", "-1e999", "\"1\"", "null"})
  void anAccountWithoutAmountsIsNoFaultOfOurs(String used) {
    String limits =
        "{\"data\":{\"current\":{\"monthlyUsageUsd\":"
            + used
            + "},\"limits\":{\"maxMonthlyUsageUsd\":300}}}";
    apify.stub.next(Call.LIMITS, Canned.json(200, limits));

    assertThat(apify.source.checkKey())
        .isInstanceOfSatisfying(
            KeyCheck.Unknown.class,
            unknown -> assertThat(unknown.detail()).contains("an account without limits"));
  }

  @Test
  void anActorThatIsNotThereIsNamed() {
    apify.stub.next(Call.ACTOR, Canned.json(200, "{}"), Canned.error(404, "record-not-found"));

    assertThat(apify.source.checkKey())
        .isEqualTo(new KeyCheck.Refused("there is no actor streamers~youtube-scraper"));
  }

  @Test
  void eachActorIsAskedForOnceAnHour() {
    KeyCheck good = new KeyCheck.Good("Apify counts 43.5 of 300 USD this month");
    assertThat(apify.source.checkKey()).isEqualTo(good);
    assertThat(apify.source.checkKey()).isEqualTo(good);

    assertThat(apify.stub.seen(Call.ACTOR))
        .extracting(ApifyStub.Seen::path)
        .containsExactly(
            "/v2/actors/clockworks~tiktok-scraper",
            "/v2/actors/streamers~youtube-scraper",
            "/v2/actors/apify~instagram-scraper",
            "/v2/actors/clockworks~tiktok-trends-scraper");
    apify.clock.advance(Duration.ofHours(1));
    apify.source.checkKey();
    assertThat(apify.stub.seen(Call.ACTOR)).hasSize(8);
  }

  @Test
  void anActorThatCannotBeLookedAtIsNoFaultOfTheKey() {
    apify.stub.next(Call.ACTOR, Canned.error(500, "x"), Canned.error(403, "something-else"));

    assertThat(apify.source.checkKey())
        .isInstanceOfSatisfying(
            KeyCheck.Good.class,
            key ->
                assertThat(key.detail())
                    .endsWith(
                        "; not looked at: clockworks~tiktok-scraper, streamers~youtube-scraper"));
    assertThat(apify.source.checkKey())
        .isEqualTo(new KeyCheck.Good("Apify counts 43.5 of 300 USD this month"));
  }

  @Test
  void aKeyThatCannotBeLookedAtIsUnknown() {
    KeyCheck check =
        KeyCheck.by(
            () -> {
              throw new NumberFormatException("what nobody expected");
            });

    assertThat(check)
        .isEqualTo(new KeyCheck.Unknown("an answer that cannot be read: NumberFormatException"));
  }
}
