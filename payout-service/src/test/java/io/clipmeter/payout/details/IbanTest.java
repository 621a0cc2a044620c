package io.clipmeter.payout.details;

import static org.assertj.core.api.Assertions.assertThat;

import io.clipmeter.testing.Trials;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IbanTest {
  @ParameterizedTest
  @CsvSource({
    "DE89370400440532013000, DE89370400440532013000",
    "de89 3704 0044 0532 0130 00, DE89370400440532013000",
    "NO9386011117947, NO9386011117947",
    "MT84MALT011000012345MTLCAST001S, MT84MALT011000012345MTLCAST001S",
    "GB33BUKB20201555555555, GB33BUKB20201555555555"
  })
  void readsWithoutSpacesInUpperCase(String text, String iban) {
    assertThat(Iban.read(text)).hasValue(iban);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "DE",
        "DE88370400440532013000",
        "DE8937040044053201300",
        "DE893704004405320130000",
        "D189370400440532013000",
        "DEX9370400440532013000",
        "DE89-3704-0044-0532-0130-00",
        "DE89370400440532013000\n",
        "ＤＥ89370400440532013000",
        "DE8937040044053201300٠",
        // Right checksums; but too short, too long, of no country, with a letter for a digit.
        "DE03512108001245126",
        "DE2951210800124512619901",
        "XX46370400440532013000",
        "NO053000123456A"
      })
  void refusesWhatIsNone(String text) {
    assertThat(Iban.read(text)).isEmpty();
  }

  @Test
  void noticesAnyWrongDigitAndAnyTwoThatChangedPlaces() {
    Trials.of(2_000)
        .check(
            random -> {
              StringBuilder iban = new StringBuilder("GB33BUKB20201555555555");
              int at = random.nextInt(8, iban.length() - 1);
              char before = iban.charAt(at);
              if (random.nextBoolean()) {
                iban.setCharAt(at, (char) ('0' + (before - '0' + random.nextInt(1, 10)) % 10));
              } else {
                iban.setCharAt(at, iban.charAt(at + 1));
                iban.setCharAt(at + 1, before);
              }
              boolean same = iban.toString().equals("GB33BUKB20201555555555");
              assertThat(Iban.read(iban.toString()).isPresent()).isEqualTo(same);
            });
  }
}
