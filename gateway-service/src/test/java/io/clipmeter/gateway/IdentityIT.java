package io.clipmeter.gateway;

import static io.clipmeter.gateway.Client.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import io.clipmeter.gateway.route.Backend;
import io.clipmeter.testing.Forgery;
import io.clipmeter.testing.TestTokens;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class IdentityIT extends WithStubs {
  private static final String DASHBOARD = "/api/clippers/dashboard";

  @ParameterizedTest
  @EnumSource
  void aForgedTokenReachesNobody(Forgery forgery) throws Exception {
    HttpResponse<String> answer = client.get(DASHBOARD, forgery.token("mallory"));

    assertProblem(answer, 401, "unauthenticated");
    assertThat(answer.headers().firstValue("WWW-Authenticate")).isPresent();
    assertThat(requestsSeen()).isZero();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"/api/clippers/dashboard", "/api/admin/campaigns", "/api/nothing", "/nothing"})
  void withoutATokenNothingIsToldApart(String path) throws Exception {
    assertProblem(client.get(path, null), 401, "unauthenticated");
    assertThat(requestsSeen()).isZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {"Basic YTpi", "Bearer", "Bearer ", "bearer a b", "Token x", "Bearer ä"})
  void anotherKindOfCredentialIsNone(String credential) throws Exception {
    String answer =
        client.raw(
            "GET " + DASHBOARD + " HTTP/1.1", "Host: localhost", "Authorization: " + credential);

    assertThat(answer).startsWith("HTTP/1.1 401").contains("problems/unauthenticated");
    assertThat(requestsSeen()).isZero();
  }

  @Test
  void aTokenInTheQueryIsNotLookedAt() throws Exception {
    String path = DASHBOARD + "?access_token=" + TestTokens.clipper("cleo");

    assertProblem(client.get(path, null), 401, "unauthenticated");
  }

  @Test
  void aTokenThatIsLongerThanAnyHeaderIsRefusedByTheDoor() throws Exception {
    String longer = TestTokens.token("ada").claim("padding", "x".repeat(20_000)).signed();

    assertThat(client.get(DASHBOARD, longer).statusCode()).isBetween(400, 431);
    assertThat(requestsSeen()).isZero();
  }

  @ParameterizedTest
  @CsvSource({
    "CLIPPER,/api/admin/campaigns",
    "CLIPPER,/api/admin/payout-requests",
    "CLIPPER,/api/admin/campaigns/1/budget",
    "CLIPPER,/api/admin/nothing",
    "CLIPPER,/api/view-tracking/update",
    "CLIPPER,/api/test/view-tracking",
    "CLIPPER,/api/tiktok/video/1",
    "CLIPPER,/api/admin/tracking/providers",
    "CLIPPER,/api/analytics/hashtags",
    "CLIPPER,/api/videos",
    "CLIPPER,/api/videos/TIKTOK:1",
    "CLIPPER,/api/admin/notifications",
    "ADMIN,/api/clippers/notifications",
    "ADMIN,/api/clippers/dashboard",
    "ADMIN,/api/clippers/balance",
    "ANALYST,/api/clippers/dashboard",
    "ANALYST,/api/admin/campaigns",
    "ANALYST,/api/view-tracking/rounds",
    "CLIPPER,/api/scrape/jobs",
    "CLIPPER,/api/search/history",
    "CLIPPER,/api/trending/audio",
    "NOBODY,/api/clippers/campaigns",
  })
  void aRoleStopsWhereItEnds(String role, String path) throws Exception {
    HttpResponse<String> answer = client.get(path, TestTokens.token("ada").role(role).signed());

    assertProblem(answer, 403, "forbidden");
    assertThat(requestsSeen()).isZero();
  }

  @ParameterizedTest
  @CsvSource({"ADMIN,200", "ANALYST,200", "CLIPPER,403"})
  void analystsReadAnalytics(String role, int status) throws Exception {
    String token = TestTokens.token("ada").role(role).signed();

    assertThat(client.get("/api/videos", token).statusCode()).isEqualTo(status);
    assertThat(client.get("/api/analytics/hashtags", token).statusCode()).isEqualTo(status);
  }

  @Test
  void theTokenIsHandedOnUntouched() throws Exception {
    String token = TestTokens.clipper("cleo");

    client.get(DASHBOARD, token);

    assertThat(stub(Backend.ANALYTICS).onlyOne().header("authorization"))
        .isEqualTo("Bearer " + token);
  }

  @Test
  void aCronServiceBringsItsSecretAndNoToken() throws Exception {
    HttpResponse<String> answer = client.get("/api/cron/view-tracking", "0123456789abcdef");

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(stub(Backend.TRACKING).onlyOne().header("authorization"))
        .isEqualTo("Bearer 0123456789abcdef");
  }

  @Test
  void aBrowserOfAKnownOriginMayAskBeforeItCalls() throws Exception {
    HttpResponse<String> answer =
        preflight("http://localhost:5173", "authorization,idempotency-key,content-type");

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().allValues("Access-Control-Allow-Origin"))
        .containsExactly("http://localhost:5173");
    assertThat(answer.headers().firstValue("Access-Control-Allow-Headers").orElseThrow())
        .containsIgnoringCase("idempotency-key");
    assertThat(answer.headers().firstValue("Access-Control-Allow-Credentials")).isEmpty();
    assertThat(requestsSeen()).isZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {"http://evil.example", "null", "http://localhost:5173.evil.example"})
  void aBrowserOfAnotherOriginMayNot(String origin) throws Exception {
    HttpResponse<String> answer = preflight(origin, "authorization");

    assertThat(answer.statusCode()).isEqualTo(403);
    assertThat(answer.headers().firstValue("Access-Control-Allow-Origin")).isEmpty();
    assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
    assertThat(answer.body()).contains("problems/origin-not-allowed");
    assertThat(requestsSeen()).isZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {"*/*", "application/*", "application/*+json", "rubbish"})
  void aTypeThatIsNoneIsRefusedHere(String contentType) throws Exception {
    assertProblem(
        client.send(
            client
                .request(DASHBOARD, TestTokens.clipper("cleo"))
                .POST(BodyPublishers.ofString("{}"))
                .header("Content-Type", contentType)),
        415,
        "unsupported-media-type");
    assertThat(requestsSeen()).isZero();
  }

  @Test
  void onlyTheGatewaySaysWhichOriginMayRead() throws Exception {
    stub(Backend.ANALYTICS)
        .behave(
            exchange -> {
              exchange.getResponseHeaders().set("Access-Control-Allow-Origin", "*");
              StubService.answer(exchange, 200, "application/json", "{}");
            });
    HttpResponse<String> answer =
        client.send(
            client
                .request(DASHBOARD, TestTokens.clipper("cleo"))
                .header("Origin", "http://localhost:5173"));

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().allValues("Access-Control-Allow-Origin"))
        .containsExactly("http://localhost:5173");
    assertThat(stub(Backend.ANALYTICS).onlyOne().header("origin")).isNull();
  }

  @Test
  void optionsThatIsNoPreflightNeedsAToken() throws Exception {
    HttpResponse<String> answer =
        client.send(client.request(DASHBOARD, null).method("OPTIONS", BodyPublishers.noBody()));

    assertProblem(answer, 401, "unauthenticated");
  }

  private HttpResponse<String> preflight(String origin, String headers) throws Exception {
    return client.send(
        client
            .request(DASHBOARD, null)
            .method("OPTIONS", BodyPublishers.noBody())
            .header("Origin", origin)
            .header("Access-Control-Request-Method", "POST")
            .header("Access-Control-Request-Headers", headers));
  }
}
