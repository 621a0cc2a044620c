package io.clipmeter.tracking.source.apify;

import io.clipmeter.tracking.source.call.ProviderFault;
import tools.jackson.databind.JsonNode;

/** What Apify says of the account that the key belongs to. */
final class ApifyAccount {
  private ApifyAccount() {}

  /**
   * How much of the month's money is used, as Apify counts it.
   *
   * @throws ProviderFault where the answer does not say
   */
  static String shown(JsonNode limits) {
    JsonNode used = limits.path("current").path("monthlyUsageUsd");
    JsonNode most = limits.path("limits").path("maxMonthlyUsageUsd");
    if (!used.isNumber() || !most.isNumber()) {
      throw new ProviderFault(ProviderFault.Kind.SHAPE, "an account without limits");
    }
    return "Apify counts %s of %s USD this month"
        .formatted(used.decimalValue().toPlainString(), most.decimalValue().toPlainString());
  }
}
