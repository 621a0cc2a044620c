package io.clipmeter.payout.reconciliation;

import static io.clipmeter.payout.EarningsTopic.accrual;
import static io.clipmeter.payout.EarningsTopic.at;
import static io.clipmeter.payout.EarningsTopic.correction;
import static org.awaitility.Awaitility.await;

import io.clipmeter.events.EventType;
import io.clipmeter.payout.Api.Answer;
import io.clipmeter.payout.EarningsTopic;
import io.clipmeter.payout.EarningsTopic.Said;
import io.clipmeter.payout.RunningService;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/**
 * What the earnings service states, against what was posted. All of it is of 2025, so that what
 * other tests post and nobody states is not missed.
 */
abstract class ReconciliationStage extends RunningService {
  protected static final String MINUTE = "2025-06-01T12:00:00Z";
  protected static final String PATH = "/api/admin/balances/discrepancies";

  @Autowired protected ReconciliationWatch watch;
  protected final String clipper = newClipper();

  protected Said earned(String dollars) {
    return at(MINUTE, accrual(UUID.randomUUID(), clipper, dollars, "USD"));
  }

  protected Said corrected(EventType type, UUID id, String amount, String time) {
    String rest =
        "\"adjustedTotal\":{\"amount\":\"0\",\"currency\":\"USD\"},\"reason\":\"x\",\"%s\":\"%s\""
            .formatted(time, MINUTE);
    return correction(type, id, clipper, amount, rest);
  }

  protected void say(Said... records) {
    try (EarningsTopic topic = new EarningsTopic(engines)) {
      topic.say(records);
    }
  }

  protected void awaitStated(int minutes) {
    awaitStated(clipper, minutes);
  }

  protected void awaitStated(String whose, int minutes) {
    await()
        .atMost(Duration.ofSeconds(30))
        .until(
            () ->
                sql.sql(
                            "SELECT count(*) FROM earning_minute WHERE clipper_id = ? AND"
                                + " stated_facts IS NOT NULL")
                        .param(whose)
                        .query(Integer.class)
                        .single()
                    == minutes);
  }

  protected List<JsonNode> discrepancies(boolean open) {
    String path = PATH + "?clipperId=" + clipper + "&open=" + open;
    return admin("anna").get(path).json().get("items").valueStream().toList();
  }

  protected Answer resolve(String admin, String key, JsonNode discrepancy, String reason) {
    return admin(admin)
        .post(
            PATH + "/" + discrepancy.get("id").asString() + "/resolve",
            key + clipper,
            "{\"reason\":\"" + reason + "\"}");
  }
}
