package io.clipmeter.gateway;

import static io.clipmeter.gateway.Client.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import io.clipmeter.testing.TestTokens;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RoutingIT extends WithStubs {
  private final String anybody = TestTokens.token("ada").role("ADMIN").role("CLIPPER").signed();

  @ParameterizedTest
  @CsvSource({
    "POST,/api/admin/campaigns,submission",
    "GET,/api/admin/campaigns,submission",
    "GET,/api/admin/campaigns/1,submission",
    "POST,/api/admin/campaigns/1/publish,submission",
    "GET,/api/admin/campaigns/1/earnings,earnings",
    "GET,/api/admin/campaigns/1/earnings/2/accruals,earnings",
    "GET,/api/admin/campaigns/1/budget,earnings",
    "GET,/api/admin/campaigns/1/settlements,earnings",
    "GET,/api/admin/campaigns/1/settlements/receipts.csv,earnings",
    "POST,/api/admin/campaigns/1/earnings/2/holds,earnings",
    "GET,/api/admin/earnings/reconciliation,earnings",
    "GET,/api/admin/earnings/balances/clips/1,earnings",
    "GET,/api/admin/balances,payout",
    "POST,/api/admin/balances/discrepancies/1/resolve,payout",
    "POST,/api/admin/campaigns/1/top-up,submission",
    "GET,/api/admin/campaigns/budget,submission",
    "GET,/api/clippers/campaigns,submission",
    "GET,/api/clippers/campaigns/1,submission",
    "POST,/api/clippers/submissions,submission",
    "GET,/api/clippers/submissions/1,submission",
    "POST,/api/clippers/submissions/1/withdraw,submission",
    "GET,/api/admin/submissions,submission",
    "POST,/api/admin/submissions/1/approve,submission",
    "GET,/api/clippers/accounts,tracking",
    "GET,/api/clippers/clips/1/history,tracking",
    "GET,/api/clippers/clips/1/days,tracking",
    "POST,/api/clippers/accounts/1/verify,tracking",
    "DELETE,/api/clippers/accounts/1,tracking",
    "POST,/api/view-tracking/update,tracking",
    "GET,/api/view-tracking/rounds,tracking",
    "GET,/api/view-tracking/rounds/1,tracking",
    "GET,/api/admin/tracking/providers,tracking",
    "GET,/api/cron/view-tracking,tracking",
    "POST,/api/cron/view-tracking,tracking",
    "POST,/api/test/view-tracking,tracking",
    "GET,/api/tiktok/video/1,tracking",
    "POST,/api/tiktok/batch-views,tracking",
    "POST,/api/admin/social-accounts,tracking",
    "PUT,/api/admin/social-accounts/1/token,tracking",
    "GET,/api/admin/ayrshare-profiles,tracking",
    "DELETE,/api/admin/ayrshare-profiles/1,tracking",
    "POST,/api/admin/scheduled-posts,tracking",
    "PUT,/api/admin/scheduled-posts/1/platforms/TIKTOK,tracking",
    "GET,/api/admin/posted-videos,tracking",
    "POST,/api/admin/posted-videos/refresh,tracking",
    "POST,/api/webhooks/ayrshare,tracking",
    "POST,/api/scrape/urls,tracking",
    "GET,/api/scrape/jobs,tracking",
    "GET,/api/scrape/jobs/1,tracking",
    "GET,/api/scrape/jobs/1/videos,tracking",
    "GET,/api/scrape/accounts,tracking",
    "POST,/api/accounts/1/refresh,tracking",
    "POST,/api/search/hashtag,tracking",
    "POST,/api/search/term,tracking",
    "GET,/api/search/history,tracking",
    "GET,/api/trending/videos,tracking",
    "GET,/api/trending/audio,tracking",
    "GET,/api/clippers/earnings,earnings",
    "GET,/api/clippers/earnings/1/accruals,earnings",
    "GET,/api/clippers/balance,payout",
    "POST,/api/clippers/payout-request,payout",
    "GET,/api/clippers/payout-requests,payout",
    "POST,/api/clippers/payout-requests/1/cancel,payout",
    "GET,/api/admin/payout-requests,payout",
    "GET,/api/admin/payout-requests/1,payout",
    "POST,/api/admin/payout-requests/1/process,payout",
    "POST,/api/admin/payout-requests/1/resolve,payout",
    "POST,/api/admin/pay-runs,payout",
    "GET,/api/admin/pay-runs/1/file,payout",
    "GET,/api/cron/payout-calculation,payout",
    "POST,/api/webhooks/paypal,payout",
    "GET,/api/clippers/dashboard,analytics",
    "GET,/api/analytics/hashtags,analytics",
    "GET,/api/analytics/campaigns/1/videos,analytics",
    "GET,/api/videos,analytics",
    "GET,/api/videos/TIKTOK:7524354452762037512,analytics",
    "GET,/api/clippers/notifications,submission",
    "GET,/api/clippers/notifications/unread,submission",
    "POST,/api/clippers/notifications/1/read,submission",
    "POST,/api/clippers/notifications/read,submission",
    "GET,/api/admin/notifications,submission",
    "POST,/api/admin/notifications/read,submission",
    "POST,/api/admin/campaigns/1/unschedule,submission",
  })
  void eachPathGoesToItsService(String method, String path, String service) throws Exception {
    HttpResponse<String> answer =
        client.send(client.request(path, anybody).method(method, BodyPublishers.noBody()));

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).isEqualTo("{\"service\":\"" + service + "\"}");
    assertThat(requestsSeen()).isEqualTo(1);
  }

  @Test
  void aSignedCallNeedsNoTokenAndNothingElseGoesWithoutOne() throws Exception {
    HttpResponse<String> call =
        client.send(
            client
                .request("/api/webhooks/ayrshare", null)
                .POST(BodyPublishers.ofString("{}"))
                .header("Content-Type", "application/json")
                .header("X-Authorization-Content-SHA256", "00ff"));
    HttpResponse<String> read = client.get("/api/webhooks/ayrshare", null);

    assertThat(call.body()).isEqualTo("{\"service\":\"tracking\"}");
    assertThat(
            stub(io.clipmeter.gateway.route.Backend.TRACKING)
                .onlyOne()
                .header("X-Authorization-Content-SHA256"))
        .isEqualTo("00ff");
    assertThat(read.statusCode()).isEqualTo(401);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/api",
        "/api/nothing",
        "/api/clippers",
        "/api/clippers/nothing",
        "/api/clippers/dashboard/",
        "/api/clippers/balance/1",
        "/api/admin",
        "/api/admin/users",
        "/API/clippers/dashboard",
        "/v3/api-docs",
        "/actuator",
        "/actuator/health",
        "/actuator/gateway/routes",
        "/error",
        "/favicon.ico",
        "/docs/api/nothing",
        "/docs/ui/nothing.js",
        "/docs/page/nothing.js"
      })
  void whatNoRouteNamesDoesNotExist(String path) throws Exception {
    assertProblem(client.get(path, anybody), 404, "not-found");
    assertThat(requestsSeen()).isZero();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/api/clippers/../admin/campaigns",
        "/api/clippers/%2e%2e/admin/campaigns",
        "/api/clippers/campaigns/..%2f..%2fadmin",
        "//api/admin/campaigns",
        "/api//admin/campaigns",
        "/api/clippers/campaigns;x=/api/admin",
        "/api/clippers/campaigns/%00",
        "/api/clippers/campaigns/%0d%0aX-Injected:%201",
        "/api/clippers/campaigns/\\..\\admin",
        "/api/clippers/campaigns/%zz",
        "/api/clippers/campaigns/a b",
        "http://evil.example/api/admin/campaigns"
      })
  void aPathThatTriesToBeAnotherReachesNobody(String path) throws Exception {
    String answer =
        client.raw(
            "GET " + path + " HTTP/1.1", "Host: localhost", "Authorization: Bearer " + anybody);

    assertThat(answer).startsWith("HTTP/1.1 4");
    assertThat(requestsSeen()).isZero();
  }

  @Test
  void theQueryArrivesAsItWasMeant() throws Exception {
    client.get("/api/clippers/campaigns?a=1%2B1&b=x%20y&c=%2F%3F%26%3D&d=&a=%C3%A9&e=p+q", anybody);

    assertThat(stub(io.clipmeter.gateway.route.Backend.SUBMISSION).onlyOne().target())
        .isEqualTo("/api/clippers/campaigns?a=1%2B1&a=%C3%A9&b=x%20y&c=%2F%3F%26%3D&d=&e=p%20q");
  }

  @ParameterizedTest
  @ValueSource(strings = {"?a=%zz", "?%00=1", "?a=%00", "?=", "?&&&", "?a[]=1&{x}=<y>", "?a=%ff"})
  void anOddQueryIsNoFaultOfOurs(String query) throws Exception {
    String answer =
        client.raw(
            "GET /api/clippers/campaigns" + query + " HTTP/1.1",
            "Host: localhost",
            "Authorization: Bearer " + anybody);

    assertThat(answer).matches("(?s)HTTP/1.1 [24].*");
  }
}
