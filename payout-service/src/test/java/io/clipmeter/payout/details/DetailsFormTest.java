package io.clipmeter.payout.details;

import static org.assertj.core.api.Assertions.assertThat;

import io.clipmeter.payout.details.DetailsForm.Reading;
import io.clipmeter.payout.details.PayoutDetails.Account;
import io.clipmeter.payout.details.PayoutDetails.BankAccount;
import io.clipmeter.payout.details.PayoutDetails.PayPal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DetailsFormTest {
  private static final String IBAN = "DE89370400440532013000";

  @ParameterizedTest
  @ValueSource(
      strings = {"a@b.co", "anna.smith+payout@mail.example.co.uk", "o'neil_1%x@a-b.example"})
  void readsAnAddress(String email) {
    assertThat(new DetailsForm(email, null, null, null).read(PayoutMethod.PAYPAL))
        .isEqualTo(new Reading.Readable(new PayPal(email)));
  }

  @Test
  void readsABankAccount() {
    assertThat(
            new DetailsForm(null, "de89 3704 0044 0532 0130 00", "Zoë 王", null)
                .read(PayoutMethod.BANK))
        .isEqualTo(new Reading.Readable(new BankAccount(IBAN, "Zoë 王")));
  }

  @Test
  void whatWasReadIsReadAgainFromItsOwnForm() {
    BankAccount bank = new BankAccount(IBAN, "Anna Smith");
    assertThat(DetailsForm.of(bank).read(PayoutMethod.BANK)).isEqualTo(new Reading.Readable(bank));
  }

  @ParameterizedTest
  @CsvSource({
    "anna@example.com, a***@example.com",
    "a@example.com, ***@example.com",
    "ab@example.com, a***@example.com"
  })
  void masksAnAddress(String email, String masked) {
    assertThat(new PayPal(email).masked()).isEqualTo(masked);
  }

  @Test
  void masksAnIbanAndForgetsTheHolder() {
    BankAccount bank = new BankAccount(IBAN, "Anna Smith");
    assertThat(bank.masked()).isEqualTo("****3000");
    assertThat(DetailsForm.masked(PayoutMethod.BANK, bank.masked()))
        .isEqualTo(new DetailsForm(null, "****3000", null, null));
  }

  @Test
  void noTextFormShowsAnything() {
    assertThat(new PayPal("anna@example.com")).hasToString("a***@example.com");
    assertThat(new BankAccount(IBAN, "Anna Smith")).hasToString("****3000");
    assertThat(new DetailsForm("anna@example.com", IBAN, "Anna", "@anna"))
        .hasToString("DetailsForm[...]");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "\u3000",
        "\u200B",
        "\u00A0\uFEFF\u2800",
        "\u3164",
        "Max;=cmd",
        "Max\t=1",
        "Max|=1",
        "A;B"
      })
  void refusesANameThatNobodySeesOrThatEndsACell(String holder) {
    assertThat(new DetailsForm(null, IBAN, holder, null).read(PayoutMethod.BANK))
        .extracting(reading -> ((Reading.Wrong) reading).field())
        .isEqualTo("details.accountHolder");
  }

  @Test
  void readsAnAccountOfAnyOtherMethod() {
    PayoutMethod other = new PayoutMethod("SOMEPAY");
    assertThat(new DetailsForm(null, null, null, "@anna.smith").read(other))
        .isEqualTo(new Reading.Readable(new Account("@anna.smith")));
    assertThat(new DetailsForm(null, null, null, " ").read(other))
        .isEqualTo(new Reading.Wrong("details.account", "must name the account"));
    assertThat(new DetailsForm(null, null, null, "\u200B").read(other))
        .isEqualTo(new Reading.Wrong("details.account", "must name the account"));
    assertThat(new DetailsForm("anna@example.com", null, null, "@anna").read(other))
        .isEqualTo(new Reading.Wrong("details.email", "is not for SOMEPAY"));
    assertThat(new DetailsForm("anna@example.com", null, null, "@a").read(PayoutMethod.PAYPAL))
        .isEqualTo(new Reading.Wrong("details.account", "is not for PAYPAL"));
  }

  @ParameterizedTest
  @CsvSource({"@anna.smith, ***th", "12345678, ***78", "1234567, ***", "😀😀😀😀😀😀😀😀, ***😀😀"})
  void masksAnAccount(String account, String masked) {
    assertThat(new Account(account).masked()).isEqualTo(masked);
    assertThat(new Account(account)).hasToString(masked);
  }
}
