package io.clipmeter.local.launcher.demo;

import static io.clipmeter.local.launcher.client.Person.ADMIN;

import io.clipmeter.local.launcher.audit.Micros;
import io.clipmeter.local.launcher.client.Answer;
import io.clipmeter.local.launcher.client.Dialogue;
import tools.jackson.databind.node.ObjectNode;

/** The admin makes a campaign and publishes it. */
final class OpenCampaign {
  private final Dialogue dialogue;

  OpenCampaign(Dialogue dialogue) {
    this.dialogue = dialogue;
  }

  Campaign run(String name, String budget, String cpm) {
    dialogue.step("An admin creates a campaign and publishes it");
    Answer created =
        Dialogue.require(
            dialogue.post(ADMIN, "/api/admin/campaigns", terms(name, budget, cpm)), 201);
    Campaign campaign = new Campaign(created.text("id"), Micros.of(budget), Micros.of(cpm));
    publish(campaign);
    return campaign;
  }

  /** A repeated request may find the campaign published by its own first copy. */
  void publish(Campaign campaign) {
    Answer published = dialogue.post(ADMIN, campaign.adminPath() + "/publish", null);
    if (!published.ok() && !published.repeated()) {
      Dialogue.require(published, 200);
    }
  }

  private static ObjectNode terms(String name, String budget, String cpm) {
    ObjectNode terms = Dialogue.object().put("name", name);
    terms.putObject("budget").put("amount", budget).put("currency", "USD");
    terms.put("cpm", cpm);
    terms.putArray("platforms").add("TIKTOK").add("YOUTUBE").add("INSTAGRAM");
    return terms;
  }
}
