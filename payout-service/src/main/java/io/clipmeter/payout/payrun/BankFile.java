package io.clipmeter.payout.payrun;

import io.clipmeter.payout.details.PayoutDetails;
import io.clipmeter.payout.details.PayoutDetails.BankAccount;
import io.clipmeter.payout.request.PayoutRequest;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A pay run as comma-separated values (RFC 4180): lines end with CR LF, each field is quoted, and
 * none begins as a formula does, lest a spreadsheet runs what a clipper has written; nor does what
 * would be a field where semicolons, tabs or bars are taken for separators.
 */
final class BankFile {
  private static final String HEADER = "payoutId,accountHolder,iban,amount,currency,reference\r\n";
  // Blanks and quotes before it do not keep a spreadsheet from reading a formula.
  private static final Pattern FORMULA =
      Pattern.compile(
          "(?<=^|[;|\\t])(?=[\\s\\p{Z}\\p{Cf}\"]*[=+\\-@\\uFF1D\\uFF0B\\uFF0D\\uFF20])");

  private BankFile() {}

  /**
   * @param details of each of the payouts
   * @throws IllegalStateException where a payout does not go to a bank account
   */
  static String of(List<PayoutRequest> payouts, Map<UUID, PayoutDetails> details) {
    StringBuilder file = new StringBuilder(HEADER);
    for (PayoutRequest payout : payouts) {
      if (!(details.get(payout.id()) instanceof BankAccount(String iban, String holder))) {
        throw new IllegalStateException("payout " + payout.id() + " has no bank account");
      }
      List<String> fields =
          List.of(
              payout.id().toString(),
              holder,
              iban,
              payout.amount().amount(),
              payout.amount().currency().getCurrencyCode(),
              reference(payout.id()));
      file.append(fields.stream().map(BankFile::field).collect(Collectors.joining(",")))
          .append("\r\n");
    }
    return file.toString();
  }

  /** What the bank shows to the receiver, and a result list is matched by: 32 digits. */
  private static String reference(UUID payoutId) {
    return payoutId.toString().replace("-", "");
  }

  private static String field(String text) {
    return '"' + FORMULA.matcher(text).replaceAll("'").replace("\"", "\"\"") + '"';
  }
}
