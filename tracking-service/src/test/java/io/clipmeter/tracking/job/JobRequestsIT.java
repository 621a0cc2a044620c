package io.clipmeter.tracking.job;

import static org.assertj.core.api.Assertions.assertThat;

import io.clipmeter.testing.TestTokens;
import io.clipmeter.tracking.Service.Answer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

class JobRequestsIT extends JobStage {
  @Test
  void jobsArePagedFromTheNewestOn() {
    List<String> ids = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      clock.advance(Duration.ofSeconds(1));
      ids.addFirst(scrape("rubbish").at("/job/id").asString());
    }

    List<String> seen = new ArrayList<>();
    String token = "";
    do {
      JsonNode page = service.get("/api/scrape/jobs?pageSize=2&pageToken=" + token).json();
      seen.addAll(texts(page.path("items"), "id"));
      token = page.path("nextPageToken").asString("");
    } while (!token.isEmpty());
    assertThat(seen).isEqualTo(ids);
  }

  @Test
  void whoAskedIsWrittenDownForGood() {
    String job = scrape("rubbish").at("/job/id").asString();

    assertThat(
            jdbc.sql(
                    "SELECT actor FROM audit_entry WHERE action = 'scraping-job' AND details ->>"
                        + " 'jobId' = :id")
                .param("id", job)
                .query(String.class)
                .single())
        .isEqualTo("admin-1");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "scrape/urls    | {}                                             | invalid-urls",
        "scrape/urls    | {'urls':[]}                                    | invalid-urls",
        "scrape/urls    | {'urls':null}                                  | invalid-urls",
        "scrape/urls    | {'urls':'x'}                                   | unreadable-body",
        "scrape/urls    | {'urls':[{}]}                                  | unreadable-body",
        "scrape/urls    | {'url':['x']}                                  | unreadable-body",
        "scrape/urls    | [                                              | unreadable-body",
        "search/hashtag | {'hashtag':'#','platform':'TIKTOK'}            | invalid-search",
        "search/hashtag | {'hashtag':'two words','platform':'TIKTOK'}    | invalid-search",
        "search/hashtag | {'hashtag':'a/../b','platform':'TIKTOK'}       | invalid-search",
        "search/hashtag | {'hashtag':'a\\u0000','platform':'TIKTOK'}     | invalid-search",
        "search/hashtag | {'hashtag':'summer'}                           | invalid-search",
        "search/hashtag | {'hashtag':'summer','platform':'VIMEO'}        | unreadable-body",
        "search/hashtag | {'hashtag':'a','platform':'TIKTOK','limit':0}  | invalid-search",
        "search/hashtag | {'hashtag':'a','platform':'TIKTOK','limit':101}| invalid-search",
        "search/term    | {}                                             | invalid-search",
        "search/term    | {'term':'   '}                                 | invalid-search",
        "search/term    | {'term':'a\\u0000b'}                           | invalid-search",
        "search/term    | {'term':'\\ud83d'}                             | invalid-search",
        "search/term    | {'term':'a','platform':'INSTAGRAM'}            | invalid-search",
        "search/term    | {'term':'a','limit':9999999999}                | unreadable-body"
      })
  void badInputIsAProblemWithAStableType(String path, String body, String slug) {
    Answer answer = service.post("/api/" + path, body.replace('\'', '"'));

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.problem()).isEqualTo(slug);
  }

  @Test
  void moreAddressesThanAJobTakesAreRefusedAsAWhole() {
    String[] many = Stream.generate(() -> "x").limit(101).toArray(String[]::new);

    assertThat(service.post(URLS, body(many)).problem()).isEqualTo("invalid-urls");
  }

  @ParameterizedTest
  @CsvSource({
    "GET,  /api/scrape/jobs/01890000-0000-7000-8000-000000000000,        404, job-not-found",
    "GET,  /api/scrape/jobs/01890000-0000-7000-8000-000000000000/videos, 404, job-not-found",
    "GET,  /api/scrape/jobs/no-uuid,                                     400, invalid-request",
    "GET,  /api/scrape/jobs?pageSize=0,                                  400, invalid-page",
    "GET,  /api/scrape/accounts?platform=VIMEO,                          400, invalid-request",
    "POST, /api/accounts/01890000-0000-7000-8000-000000000000/refresh,   404, account-not-found"
  })
  void whatIsNotThereIsAProblem(String method, String path, int status, String slug) {
    Answer answer = service.send(method, path, TestTokens.admin("admin-1"), null);

    assertThat(answer.status()).isEqualTo(status);
    assertThat(answer.problem()).isEqualTo(slug);
  }

  @ParameterizedTest
  @CsvSource({
    "GET,  ANALYST, /api/scrape/jobs,   200",
    "GET,  ANALYST, /api/search/history, 200",
    "POST, ANALYST, /api/scrape/urls,   403",
    "POST, ANALYST, /api/search/term,   403",
    "POST, ANALYST, /api/accounts/01890000-0000-7000-8000-000000000000/refresh, 403",
    "GET,  CLIPPER, /api/scrape/jobs,   403",
    "POST, CLIPPER, /api/scrape/urls,   403"
  })
  void analystsReadAndAdminsSetGoing(String method, String role, String path, int status) {
    String token = TestTokens.token("ada").role(role).signed();

    assertThat(service.send(method, path, token, "{}").status()).isEqualTo(status);
  }
}
