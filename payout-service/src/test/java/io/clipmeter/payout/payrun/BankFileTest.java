package io.clipmeter.payout.payrun;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clipmeter.money.Money;
import io.clipmeter.payout.details.PayoutDetails;
import io.clipmeter.payout.details.PayoutMethod;
import io.clipmeter.payout.request.PayoutRequest;
import io.clipmeter.payout.request.PayoutStatus;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BankFileTest {
  private static final String IBAN = "DE89370400440532013000";
  private static final UUID ID = UUID.fromString("0190a6f0-0000-7000-8000-000000000001");

  @Test
  void hasALineForEachPayoutAndEndsEachWithCrLf() {
    assertThat(file("Anna Smith"))
        .isEqualTo(
            "payoutId,accountHolder,iban,amount,currency,reference\r\n"
                + "\"0190a6f0-0000-7000-8000-000000000001\",\"Anna Smith\",\""
                + IBAN
                + "\","
                + "\"20.50\",\"USD\",\"0190a6f0000070008000000000000001\"\r\n");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          Smith, Anna       | "Smith, Anna"
          The "Anna"        | "The ""Anna""\"
          Zoë 王            | "Zoë 王"
          =1+1              | "'=1+1"
          +1                | "'+1"
          -1                | "'-1"
          @SUM(A1)          | "'@SUM(A1)"
          ＝1+1             | "'＝1+1"
          ` =1+1`           | "' =1+1"
          =HYPERLINK("x")   | "'=HYPERLINK(""x"")"
          A=1               | "A=1"
          Max;=cmd          | "Max;'=cmd"
          Max; =1;+1        | "Max;' =1;'+1"
          Max;"=1           | "Max;'""=1"
          `Max\t@SUM(A1)`   | "Max\t'@SUM(A1)"
          `Max|-1`          | `"Max|'-1"`
          Max;A=1           | "Max;A=1"
          """)
  void quotesWhatIsWrittenAndLetsNoFormulaBegin(String holder, String field) {
    assertThat(file(holder)).contains("," + field + ",\"" + IBAN);
  }

  @Test
  void aPayoutWithoutAnAccountHasNoFile() {
    assertThatThrownBy(() -> BankFile.of(List.of(payout()), Map.of()))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining(ID.toString());
  }

  private static String file(String holder) {
    return BankFile.of(List.of(payout()), Map.of(ID, bank(holder)));
  }

  private static PayoutDetails bank(String holder) {
    // As it was stored before such names were refused.
    return new PayoutDetails.BankAccount(IBAN, holder);
  }

  private static PayoutRequest payout() {
    return new PayoutRequest(
        ID,
        "clipper",
        Money.of("20.50", "USD"),
        PayoutMethod.BANK,
        "****3000",
        PayoutStatus.SENDING,
        Instant.EPOCH,
        false,
        null,
        null,
        null,
        null);
  }
}
