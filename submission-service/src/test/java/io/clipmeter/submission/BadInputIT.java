package io.clipmeter.submission;

import static org.assertj.core.api.Assertions.assertThat;

import io.clipmeter.testing.Trials;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Bad input anywhere: a problem detail with a stable type, never a 5xx, never half a state. */
@ServiceTest
class BadInputIT {
  private static final String CAMPAIGNS = "/api/admin/campaigns";
  private static final String SUBMISSIONS = "/api/clippers/submissions";
  private static final String GOOD =
      """
      {"name": "Bad input", "budget": {"amount": "100.00", "currency": "USD"}, "cpm": "2.50",
       "platforms": ["TIKTOK"], "clipCap": {"amount": "5", "currency": "USD"},
       "trackingInterval": "PT4H", "endsAt": "2029-01-01T00:00:00Z", "sharedVideos": false}
      """;

  @Autowired Service service;
  @Autowired JdbcClient sql;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        // what is replaced in a good body | by what | the problem
        "'Bad input' | '' | invalid-request",
        "'Bad input' | '   ' | invalid-request",
        "'Bad input' | 'a\\u0000b' | invalid-request",
        "'Bad input' | 'a\\u0007b' | invalid-request",
        "'Bad input' | '\\ud800' | invalid-request",
        "'\"Bad input\"' | null | invalid-request",
        "'\"Bad input\"' | 7 | unreadable-body",
        "'\"Bad input\"' | {} | unreadable-body",
        "'\"100.00\"' | 100 | unreadable-body",
        "'\"100.00\"' | 100.0 | unreadable-body",
        "'\"100.00\"' | '\"-100\"' | invalid-request",
        "'\"100.00\"' | '\"1e2\"' | invalid-request",
        "'\"100.00\"' | '\"0100\"' | invalid-request",
        "'\"100.00\"' | '\"100.\"' | invalid-request",
        "'\"100.00\"' | '\" 100\"' | invalid-request",
        "'\"100.00\"' | '\"100.0000001\"' | invalid-request",
        "'\"100.00\"' | '\"99999999999999999999\"' | invalid-request",
        "'\"100.00\"' | '\"9999999999999\"' | invalid-request",
        "'\"100.00\"' | '\"١٠٠\"' | invalid-request",
        "'\"100.00\"' | '\"NaN\"' | invalid-request",
        "'\"100.00\"' | null | invalid-request",
        "'\"USD\"}, \"cpm\"' | '\"usd\"}, \"cpm\"' | invalid-request",
        "'\"USD\"}, \"cpm\"' | '\"ZZZ\"}, \"cpm\"' | invalid-request",
        "'\"USD\"}, \"cpm\"' | '\"XAU\"}, \"cpm\"' | invalid-request",
        "'\"2.50\"' | 2.5 | unreadable-body",
        "'\"2.50\"' | '\"0\"' | invalid-request",
        "'\"2.50\"' | '\"-1\"' | invalid-request",
        "'\"2.50\"' | '\"101\"' | invalid-request",
        "'[\"TIKTOK\"]' | '[]' | invalid-request",
        "'[\"TIKTOK\"]' | '[null]' | invalid-request",
        "'[\"TIKTOK\"]' | '[\"TIKTOK\",\"TIKTOK\"]' | invalid-request",
        "'[\"TIKTOK\"]' | '[\"VINE\"]' | unreadable-body",
        "'[\"TIKTOK\"]' | '[0]' | unreadable-body",
        "'[\"TIKTOK\"]' | '\"TIKTOK\"' | unreadable-body",
        "'\"5\"' | '\"0\"' | invalid-request",
        "'\"5\"' | '\"100.01\"' | invalid-request",
        "PT4H | PT1S | invalid-request",
        "PT4H | P999999999D | invalid-request",
        "'\"PT4H\"' | 14400 | unreadable-body",
        "2029-01-01T00:00:00Z | 2020-01-01T00:00:00Z | invalid-request",
        "2029-01-01T00:00:00Z | +999999999-01-01T00:00:00Z | invalid-request",
        "2029-01-01T00:00:00Z | never | invalid-request",
        "false | '\"false\"' | unreadable-body",
        "false | 0 | unreadable-body",
        "'\"sharedVideos\"' | '\"status\"' | unreadable-body",
        "'\"sharedVideos\"' | '\"spentMicros\"' | unreadable-body",
        "'{\"name\"' | '[{\"name\"' | unreadable-body",
        "'{\"name\"' | '{\"id\": \"x\", \"name\"' | unreadable-body",
      })
  void aCampaignThatIsWrittenWrongIsRefused(String good, String bad, String slug) {
    assertThat(GOOD).contains(good);
    long before = campaigns();
    String body = GOOD.replace(good, bad);
    Answer answer = service.admin().post(CAMPAIGNS, body).isProblem(400, slug);
    if (slug.equals("invalid-request")) {
      assertThat(answer.body().get("errors").size()).as("%s", answer.body()).isPositive();
    }
    assertThat(campaigns()).isEqualTo(before);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "{", "null", "[]", "\"text\"", "7", "{}{}", "\u0000", "<xml/>"})
  void aBodyThatIsNoObjectIsRefused(String body) {
    service.admin().post(CAMPAIGNS, body).isProblem(400, "unreadable-body");
    service.clipper("cleo").post(SUBMISSIONS, body).isProblem(400, "unreadable-body");
  }

  @Test
  void aBodyOfDeepOrHugeJsonIsRefused() {
    String deep = "{\"name\": " + "[".repeat(100_000) + "]".repeat(100_000) + "}";
    service.admin().post(CAMPAIGNS, deep).isProblem(400, "unreadable-body");
    String huge = GOOD.replace("Bad input", "x".repeat(1_000_000));
    service.admin().post(CAMPAIGNS, huge).isProblem(400, "invalid-request");
    String number = "{\"campaignId\": " + "9".repeat(5_000) + "}";
    service.clipper("cleo").post(SUBMISSIONS, number).isProblem(400, "unreadable-body");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "'{\"campaignId\": \"not-an-id\", \"url\": \"x\"}' | 400 | unreadable-body",
        "'{\"campaignId\": null, \"url\": \"x\"}' | 400 | invalid-request",
        "'{\"campaignId\": \"%s\"}' | 400 | invalid-request",
        "'{\"campaignId\": \"%s\", \"url\": 7}' | 400 | unreadable-body",
        "'{\"campaignId\": \"%s\", \"url\": [\"x\"]}' | 400 | unreadable-body",
        "'{\"campaignId\": \"%s\", \"url\": \"x\", \"initialViews\": 0}' | 400 | unreadable-body",
        "'{\"campaignId\": \"%s\", \"url\": \"x\", \"clipperId\": \"c\"}' | 400 | unreadable-body",
        "'{\"campaignId\": \"%s\", \"url\": \"https://youtu.be/a\\u0000\"}' | 422 | malformed-url",
        "'{\"campaignId\": \"%s\", \"url\": \"https://youtu.be/\\ud800\"}' | 422 | malformed-url",
      })
  void aSubmissionThatIsWrittenWrongIsRefused(String body, int status, String slug) {
    String campaign = service.activeCampaign().toString();
    service.clipper("cleo").post(SUBMISSIONS, body.replace("%s", campaign)).isProblem(status, slug);
    assertThat(service.admin().get("/api/admin/submissions?campaignId=" + campaign).text("items"))
        .isEqualTo("[]");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "pageSize=0", "pageSize=101", "pageSize=-1", "pageSize=ten", "pageSize=99999999999",
        "pageToken=nonsense", "pageToken=%00", "pageToken=AAAA", "status=nonsense", "status=0",
        "campaignId=nonsense", "campaignId=%00",
      })
  void aListThatIsAskedForWronglyIsRefused(String query) {
    String slug = query.startsWith("page") ? "invalid-page" : "invalid-request";
    service.admin().get("/api/admin/submissions?" + query).isProblem(400, slug);
    service.clipper("cleo").get(SUBMISSIONS + "?" + query).isProblem(400, slug);
  }

  @ParameterizedTest
  @ValueSource(strings = {"nonsense", "0", "%20", "7fffffff-0000-0000-0000"})
  void anIdThatIsNoneIsRefused(String id) {
    assertThat(
            List.of(
                service.admin().get(CAMPAIGNS + "/" + id),
                service.admin().post(CAMPAIGNS + "/" + id + "/publish", ""),
                service.admin().delete(CAMPAIGNS + "/" + id),
                service.admin().post("/api/admin/submissions/" + id + "/approve", ""),
                service.clipper("cleo").get(SUBMISSIONS + "/" + id),
                service.clipper("cleo").post(SUBMISSIONS + "/" + id + "/withdraw", "")))
        .allSatisfy(answer -> answer.isProblem(400, "invalid-request"));
  }

  /** Tomcat answers these itself, before any of our code has a say. */
  @ParameterizedTest
  @ValueSource(strings = {"%00", "..%2f", "a%5cb", "a;b/c"})
  void aPathThatNoServerTakesIsRefused(String path) {
    assertThat(service.admin().get(CAMPAIGNS + "/" + path).status()).isIn(400, 404);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "   ", "a\\u0000b", "\\ud83d"})
  void aRejectionNeedsAReadableReason(String reason) {
    UUID campaign = service.activeCampaign();
    String url = "https://www.instagram.com/reel/CAbad%06d/".formatted(reason.hashCode() & 0xFFFF);
    UUID id = service.submit("cleo", campaign, url).is(201).id();
    service
        .admin()
        .post("/api/admin/submissions/" + id + "/reject", "{\"reason\": \"" + reason + "\"}")
        .isProblem(400, "invalid-request");
    assertThat(service.admin().get("/api/admin/submissions/" + id).text("status"))
        .isEqualTo("PENDING");
  }

  @Test
  void whatIsNotOfferedIsRefused() {
    service.admin().send("PATCH", CAMPAIGNS, "{}").isProblem(405, "method-not-allowed");
    service.admin().get(CAMPAIGNS + "/x/y/z").isProblem(404, "not-found");
    service.clipper("cleo").delete(SUBMISSIONS + "/" + UUID.randomUUID()).is(405);
  }

  @Test
  void noMangledBodyEverFailsTheService() {
    Trials.of(300)
        .seed(11)
        .check(
            random -> {
              StringBuilder body = new StringBuilder(GOOD);
              for (int i = random.nextInt(1, 4); i > 0; i--) {
                body.setCharAt(random.nextInt(body.length()), (char) random.nextInt(1, 0x300));
              }
              Answer answer = service.admin().post(CAMPAIGNS, body.toString());
              assertThat(answer.status()).as("%s", body).isIn(201, 400);
            });
  }

  private long campaigns() {
    return sql.sql("SELECT count(*) FROM campaign").query(Long.class).single();
  }
}
