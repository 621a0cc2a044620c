package io.clipmeter.local.launcher.demo;

import io.clipmeter.local.launcher.audit.Micros;
import java.math.BigInteger;
import tools.jackson.databind.JsonNode;

/**
 * The campaign of a walk.
 *
 * @param budget in micro-units
 * @param cpm the price of a thousand views, in micro-units
 */
record Campaign(String id, BigInteger budget, BigInteger cpm) {
  /** Reads a campaign of the API. */
  static Campaign of(JsonNode campaign) {
    JsonNode cpm = campaign.path("cpm");
    return new Campaign(
        campaign.path("id").asString(),
        Micros.of(campaign.path("budget")),
        cpm.isObject() ? Micros.of(cpm) : Micros.of(cpm.asString()));
  }

  String adminPath() {
    return "/api/admin/campaigns/" + id;
  }
}
