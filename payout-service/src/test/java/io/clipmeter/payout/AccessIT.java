package io.clipmeter.payout;

import static org.assertj.core.api.Assertions.assertThat;

import io.clipmeter.payout.Api.Answer;
import io.clipmeter.testing.Forgery;
import io.clipmeter.testing.TestTokens;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Who may see and do what. */
class AccessIT extends RunningService {
  private final String id = newClipper();

  private record Call(String method, String path, String body) {
    Answer by(Api api) {
      return method.equals("GET") ? api.get(path) : api.post(path, UUID.randomUUID() + "", body);
    }
  }

  private static List<Call> ofClippers(UUID payout) {
    String one = "/api/clippers/payout-requests/" + payout;
    return List.of(
        new Call("GET", "/api/clippers/balance", ""),
        new Call("POST", "/api/clippers/payout-request", Api.paypal("20.00", "a@example.com")),
        new Call("GET", "/api/clippers/payout-requests", ""),
        new Call("GET", one, ""),
        new Call("POST", one + "/cancel", ""));
  }

  private static List<Call> ofAdmins(UUID payout) {
    String one = "/api/admin/payout-requests/" + payout;
    return List.of(
        new Call("GET", "/api/admin/payout-requests", ""),
        new Call("GET", "/api/admin/payout-requests/totals", ""),
        new Call("GET", one, ""),
        new Call("GET", one + "/audit", ""),
        new Call("POST", one + "/resolve", "{\"outcome\":\"NOT_PAID\",\"evidence\":\"x\"}"),
        new Call("POST", one + "/disclose", "{\"reason\":\"x\"}"),
        new Call("POST", one + "/acknowledge", "{\"reason\":\"x\"}"),
        new Call("GET", "/api/admin/payout-requests/contradictions", ""),
        new Call("GET", "/api/admin/balances?clipperId=x", ""),
        new Call("GET", "/api/admin/balances/stops", ""),
        new Call("POST", "/api/admin/balances/stops", "{\"reason\":\"x\"}"),
        new Call("POST", "/api/admin/balances/stops/" + payout + "/lift", "{\"reason\":\"x\"}"),
        new Call("GET", "/api/admin/balances/stops/" + payout + "/audit", ""),
        new Call("GET", "/api/admin/balances/discrepancies/" + payout + "/audit", ""),
        new Call("GET", "/api/admin/balances/discrepancies", ""),
        new Call(
            "POST",
            "/api/admin/balances/discrepancies/" + payout + "/resolve",
            "{\"reason\":\"x\"}"),
        new Call("GET", "/api/admin/pay-runs", ""),
        new Call("POST", "/api/admin/pay-runs", "{\"currency\":\"USD\"}"),
        new Call("GET", "/api/admin/pay-runs/" + payout, ""),
        new Call("GET", "/api/admin/pay-runs/" + payout + "/file", ""),
        new Call("POST", "/api/admin/pay-runs/" + payout + "/results", "{\"results\":[]}"),
        new Call("POST", one + "/process", "{\"action\":\"APPROVE\"}"));
  }

  @Test
  void nobodyDoesWhatIsNotTheirRoles() {
    UUID payout = clipperWith(id, "50").requestPayout("20.00").id();
    for (Call call : ofClippers(payout)) {
      assertRefused(call.by(admin("boss")), 403, "forbidden");
      assertRefused(call.by(as(TestTokens.token("nobody").signed())), 403, "forbidden");
    }
    for (Call call : ofAdmins(payout)) {
      assertRefused(call.by(clipper(id)), 403, "forbidden");
      assertRefused(
          call.by(as(TestTokens.token("ana").role("ANALYST").signed())), 403, "forbidden");
    }
    assertThat(clipper(id).balance("USD")).isEqualTo("50.00/20.00/0.00/30.00");
  }

  @ParameterizedTest
  @EnumSource(Forgery.class)
  void aForgedTokenOpensNothing(Forgery forgery) {
    Api forger = as(forgery.token(id));
    Stream.concat(ofClippers(UUID.randomUUID()).stream(), ofAdmins(UUID.randomUUID()).stream())
        .forEach(call -> assertRefused(call.by(forger), 401, "unauthenticated"));
  }

  @Test
  void anothersPayoutIsNotThere() {
    Api clipper = clipperWith(id, "50");
    UUID payout = clipper.requestPayout("20.00").id();
    Api other = clipperWith(newClipper(), "50");
    String path = "/api/clippers/payout-requests/";
    assertRefused(other.get(path + payout), 404, "not-found");
    assertRefused(other.cancel(payout), 404, "not-found");
    UUID nobodys = UUID.randomUUID();
    assertThat(other.get(path + payout).text().replace(payout.toString(), nobodys.toString()))
        .isEqualTo(other.get(path + nobodys).text());
    assertThat(other.get("/api/clippers/payout-requests").json().get("items")).isEmpty();
    assertThat(other.balance("USD")).isEqualTo("50.00/0.00/0.00/50.00");
    assertThat(clipper.get(path + payout).json().get("status").asString()).isEqualTo("REQUESTED");
  }

  @Test
  void whoeverIsBothSeesOnlyTheirOwnAsAClipper() {
    UUID payout = clipperWith(id, "50").requestPayout("20.00").id();
    Api both = as(TestTokens.token("both").role("ADMIN").role("CLIPPER").signed());
    assertRefused(both.get("/api/clippers/payout-requests/" + payout), 404, "not-found");
    assertThat(both.get("/api/admin/payout-requests/" + payout).status()).isEqualTo(200);
  }

  @Test
  void anUnknownPathIsClosedAndOneKeyIsEachCallersOwn() {
    assertRefused(admin("boss").get("/api/payouts"), 403, "forbidden");
    assertThat(clipperWith(id, "50").requestPayout("shared key", "20.00").status()).isEqualTo(201);
    String other = newClipper();
    Answer answer = clipperWith(other, "50").requestPayout("shared key", "21.00");
    assertThat(answer.status()).isEqualTo(201);
    assertThat(answer.json().at("/amount/amount").asString()).isEqualTo("21.00");
  }

  private static void assertRefused(Answer answer, int status, String problem) {
    assertThat(answer.status()).isEqualTo(status);
    assertThat(answer.contentType()).isEqualTo("application/problem+json");
    assertThat(answer.problem()).isEqualTo(problem);
  }
}
