package io.clipmeter.payout.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.clipmeter.payout.Api.Answer;
import io.clipmeter.payout.RunningService;
import io.clipmeter.payout.audit.AuditRecord.Action;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** However much was done with something, all of it is shown. */
class AuditPagesIT extends RunningService {
  @Autowired private AuditRecords records;

  @Test
  void allThatWasDoneIsShownOldestFirst() {
    UUID payout = clipperWith(newClipper(), "50").requestPayout("20").id();
    Instant now = Instant.now();
    List<String> written = IntStream.range(0, 1_234).mapToObj(n -> "look " + n).toList();
    records.add(
        written.stream()
            .map(why -> new AuditRecord(now, "anna", Action.READ_DETAILS, payout, why, null))
            .toList());

    List<String> shown = new ArrayList<>();
    String token = "";
    do {
      Answer page = page("payout-requests/" + payout, token);
      page.json().get("items").forEach(item -> shown.add(item.get("reason").asString()));
      token = page.json().path("nextPageToken").asString("");
    } while (!token.isEmpty());
    assertThat(shown).isEqualTo(written);
  }

  @Test
  void aStopHasPagesToo() {
    UUID stop =
        admin("anna")
            .post(
                "/api/admin/balances/stops",
                UUID.randomUUID().toString(),
                "{\"clipperId\":\"" + newClipper() + "\",\"reason\":\"x\"}")
            .id();
    assertThat(page("balances/stops/" + stop, "").json().get("items")).hasSize(1);
    assertThat(page("balances/stops/" + stop, "x").problem()).isEqualTo("invalid-page");
  }

  private Answer page(String what, String token) {
    String after = token.isEmpty() ? "" : "&pageToken=" + token;
    return admin("anna").get("/api/admin/" + what + "/audit?pageSize=100" + after);
  }
}
