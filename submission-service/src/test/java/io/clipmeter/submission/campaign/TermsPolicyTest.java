package io.clipmeter.submission.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import io.clipmeter.events.Platform;
import io.clipmeter.money.Cpm;
import io.clipmeter.money.Money;
import io.clipmeter.submission.campaign.CampaignForm.AmountForm;
import io.clipmeter.submission.campaign.CampaignTerms.SponsoredVideos;
import io.clipmeter.submission.campaign.TermsPolicy.Flaw;
import io.clipmeter.submission.campaign.TermsPolicy.Reading;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TermsPolicyTest {
  private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        // budget, its currency, price, cap, its currency, field that is flawed
        "1, USD, 1, -, -, -",
        "0.999999, USD, 0.5, -, -, budget",
        "10000000000, IDR, 40000, -, -, -",
        "10000000000.000001, IDR, 40000, -, -, budget",
        "9999999999999, USD, 1, -, -, budget",
        "100, XAU, 1, -, -, budget",
        "100, ABC, 1, -, -, budget",
        "100, USD, 0, -, -, cpm",
        "100, USD, 0.000001, -, -, -",
        "100, USD, 100, -, -, -",
        "100, USD, 100.000001, -, -, cpm",
        "1000000, USD, 500000, -, -, -",
        "1000000, USD, 500000.000001, -, -, cpm",
        "100, USD, 2.50, 0, USD, clipCap",
        "100, USD, 2.50, 0.01, USD, -",
        "100, USD, 2.50, 100, USD, -",
        "100, USD, 2.50, 100.01, USD, clipCap",
        "100, USD, 2.50, 50, EUR, clipCap",
        "100, USD, 2.50, 50, XYZ, clipCap",
      })
  void amountsHaveLimits(
      String budget,
      String currency,
      String cpm,
      @Nullable String cap,
      @Nullable String capCurrency,
      @Nullable String flawed) {
    AmountForm clipCap =
        cap == null || capCurrency == null ? null : new AmountForm(cap, capCurrency);
    CampaignForm form =
        new CampaignForm(
            "Summer",
            new AmountForm(budget, currency),
            cpm,
            List.of(Platform.TIKTOK),
            clipCap,
            null,
            null,
            null,
            null,
            null,
            null);
    assertThat(flawedFields(form)).isEqualTo(flawed == null ? List.of() : List.of(flawed));
  }

  @ParameterizedTest
  @CsvSource({
    "PT30M, true", "PT29M59S, false", "PT24H, true", "P1D, true", "PT24H1S, false",
    "PT1H0.5S, false", "-PT4H, false", "4h, false", "PT99999999999999H, false", "'', false",
  })
  void viewsAreReadEveryHalfHourAtMostAndDailyAtLeast(String interval, boolean fine) {
    assertThat(flawedFields(form(interval, null)))
        .isEqualTo(fine ? List.of() : List.of("trackingInterval"));
  }

  @ParameterizedTest
  @CsvSource({
    "2026-03-01T12:00:00Z, false",
    "2026-03-01T12:00:00.000001Z, true",
    "2031-02-28T11:59:59Z, true",
    "2031-03-02T12:00:00Z, false",
    "+1000000000-12-31T23:59:59Z, false",
    "2026-06-01, false",
    "yesterday, false",
  })
  void theEndIsInTheNextFiveYears(String endsAt, boolean fine) {
    assertThat(flawedFields(form(null, endsAt))).isEqualTo(fine ? List.of() : List.of("endsAt"));
  }

  @Test
  void whatIsMissingHasItsDefault() {
    CampaignTerms terms = terms(form(null, null));
    assertThat(terms.trackingInterval()).isEqualTo(Duration.ofHours(4));
    assertThat(terms.endsAt()).isNull();
    assertThat(terms.clipCap()).isEmpty();
    assertThat(terms.sharedVideos()).isFalse();
  }

  @Test
  void ofWhatAFormLeavesOutOnlyTheWordOnAdvertisementsStays() {
    CampaignTerms plain = terms(form(null, null));
    CampaignTerms before = terms(form("PT1H", null)).withSponsoredVideos(SponsoredVideos.REFUSED);

    CampaignTerms replaced = TermsPolicy.replacing(before, form(null, null), plain);

    assertThat(replaced).isEqualTo(plain.withSponsoredVideos(SponsoredVideos.REFUSED));
    assertThat(replaced.trackingInterval()).isEqualTo(Duration.ofHours(4));
  }

  @Test
  void whatIsGivenIsKeptToTheMicroUnit() {
    CampaignForm form =
        new CampaignForm(
            " Summer ",
            new AmountForm("100.00", "USD"),
            "0.024891",
            List.of(Platform.YOUTUBE, Platform.TIKTOK),
            new AmountForm("7.5", "USD"),
            "PT1H",
            "2026-04-01T00:00:00Z",
            1_000L,
            7,
            true,
            SponsoredVideos.REFUSED);
    CampaignTerms terms = terms(form);
    assertThat(terms.name()).isEqualTo("Summer");
    assertThat(terms.sponsoredVideos()).isEqualTo(SponsoredVideos.REFUSED);
    assertThat(terms.budget()).isEqualTo(Money.of("100", "USD"));
    assertThat(terms.cpm()).isEqualTo(Cpm.of("0.024891", "USD"));
    assertThat(terms.clipCap()).contains(Money.of("7.50", "USD"));
    assertThat(terms.platforms()).containsExactly(Platform.YOUTUBE, Platform.TIKTOK);
    assertThat(terms.endsAt()).isEqualTo("2026-04-01T00:00:00Z");
    assertThat(terms.minViews()).isEqualTo(1_000);
    assertThat(terms.holdDays()).isEqualTo(7);
    assertThat(terms.sharedVideos()).isTrue();
  }

  @Test
  void allFlawsAreToldAtOnce() {
    CampaignForm form =
        new CampaignForm(
            "Summer",
            new AmountForm("0", "USD"),
            "0",
            List.of(Platform.TIKTOK, Platform.TIKTOK),
            null,
            "PT1S",
            "never",
            null,
            null,
            null,
            null);
    assertThat(flawedFields(form))
        .containsExactlyInAnyOrder("budget", "cpm", "platforms", "trackingInterval", "endsAt");
  }

  private static CampaignForm form(@Nullable String interval, @Nullable String endsAt) {
    return new CampaignForm(
        "Summer",
        new AmountForm("100.00", "USD"),
        "2.50",
        List.of(Platform.TIKTOK),
        null,
        interval,
        endsAt,
        null,
        null,
        null,
        null);
  }

  private static CampaignTerms terms(CampaignForm form) {
    return switch (TermsPolicy.read(form, NOW)) {
      case Reading.Terms(CampaignTerms terms) -> terms;
      case Reading.Flaws(List<Flaw> flaws) -> throw new AssertionError(flaws);
    };
  }

  private static List<String> flawedFields(CampaignForm form) {
    return switch (TermsPolicy.read(form, NOW)) {
      case Reading.Terms terms -> List.of();
      case Reading.Flaws(List<Flaw> flaws) -> flaws.stream().map(Flaw::field).toList();
    };
  }
}
