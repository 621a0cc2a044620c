package io.clipmeter.chassis.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.clipmeter.chassis.idempotency.Idempotency;
import io.clipmeter.chassis.security.Caller;
import io.clipmeter.testing.TestTokens;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

class HttpIT extends HttpStage {
  @Autowired private Idempotency idempotency;
  @Autowired private TransactionTemplate transaction;

  @Test
  void aRequestWithoutATokenIsToldSoAsAProblem() throws Exception {
    HttpResponse<String> answer = send(request(PROBES, null).GET().build());

    assertThat(answer.statusCode()).isEqualTo(401);
    assertThat(answer.headers().firstValue("WWW-Authenticate")).isPresent();
    assertProblem(answer, "unauthenticated");
  }

  @Test
  void aDatabaseThatIsAwayIsNoFaultOfOursNorTheCallers() throws Exception {
    HttpResponse<String> answer = post("away", "{\"n\":57,\"name\":\"a\"}");

    assertProblem(answer, 503, "unavailable");
    assertThat(answer.headers().firstValue("Retry-After")).contains("2");
  }

  @Test
  void anotherRoleIsRefused() throws Exception {
    assertProblem(send(request(PROBES, TestTokens.admin("ann")).GET().build()), 403, "forbidden");
  }

  @Test
  void whatNoRuleNamesIsDenied() throws Exception {
    assertProblem(
        send(request("/actuator/env", TestTokens.admin("ann")).GET().build()), 403, "forbidden");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{'n':0,'name':'a'}        | 400 | invalid-request",
        "{'n':1,'name':''}         | 400 | invalid-request",
        "{'n':1,'name':'a','x':1}  | 400 | unreadable-body",
        "{'n':'abc','name':'a'}    | 400 | unreadable-body",
        "{'n':1e999,'name':'a'}    | 400 | unreadable-body",
        "{'n':                     | 400 | unreadable-body",
        "[]                        | 400 | unreadable-body",
        "{'n':1,'n':2,'name':'a'}  | 400 | unreadable-body",
        "{'n':1,'name':7}          | 400 | unreadable-body",
        "{'n':1,'name':true}       | 400 | unreadable-body",
        "{'n':'1','name':'a'}      | 400 | unreadable-body",
        "{'n':'','name':'a'}       | 400 | unreadable-body",
        "{'n':13,'name':'a'}       | 422 | nothing-left"
      })
  void badInputIsAProblemWithAStableType(String body, int status, String slug) throws Exception {
    HttpResponse<String> answer = post("bad-" + body.hashCode(), body.replace('\'', '"'));

    assertProblem(answer, status, slug);
  }

  @Test
  void aWrongContentTypeIsRefused() throws Exception {
    HttpRequest request =
        request(PROBES, TestTokens.clipper("cleo"))
            .setHeader("Content-Type", "text/plain")
            .POST(HttpRequest.BodyPublishers.ofString("hi"))
            .build();

    assertProblem(send(request), 415, "unsupported-media-type");
  }

  @ParameterizedTest
  @CsvSource({
    "?pageSize=0, invalid-page",
    "?pageSize=101, invalid-page",
    "?pageSize=-1, invalid-page",
    "?pageSize=1e3, invalid-page",
    "?pageToken=%00, invalid-page",
    "?pageToken=abc, invalid-page",
    "/not-a-uuid, invalid-request"
  })
  void badPagesAndPathsAreRefused(String suffix, String slug) throws Exception {
    assertProblem(
        send(request(PROBES + suffix, TestTokens.clipper("cleo")).GET().build()), 400, slug);
  }

  @Test
  void pagesFollowOneAnotherToTheEnd() throws Exception {
    String first = get("?pageSize=2");
    String token = first.replaceFirst(".*\"nextPageToken\":\"([^\"]+)\".*", "$1");
    String second = get("?pageSize=2&pageToken=" + token);
    String third =
        get(
            "?pageSize=2&pageToken="
                + second.replaceFirst(".*\"nextPageToken\":\"([^\"]+)\".*", "$1"));

    assertThat(first).contains("\"n\":1", "\"n\":2").doesNotContain("\"n\":3");
    assertThat(second).contains("\"n\":3", "\"n\":4").doesNotContain("\"n\":5");
    assertThat(third).contains("\"n\":5", "\"nextPageToken\":null");
  }

  @Test
  void aFaultShowsNothingOfItsCause() throws Exception {
    HttpResponse<String> answer =
        send(
            request(PROBES + "/00000000-0000-0000-0000-000000000001", TestTokens.clipper("c"))
                .GET()
                .build());

    assertProblem(answer, 500, "internal-error");
    assertThat(answer.body()).doesNotContain("secret", "IllegalState");
  }

  @Test
  void theSameKeyTwiceRunsOnceAndAnswersAlike() throws Exception {
    int before = controller.runs();

    HttpResponse<String> first = post("key-1", "{\"n\":7,\"name\":\"a\"}");
    HttpResponse<String> second = post("key-1", "{\"n\":7,\"name\":\"a\"}");

    assertThat(first.statusCode()).isEqualTo(200);
    assertThat(second.body()).isEqualTo(first.body());
    assertThat(controller.runs() - before).isEqualTo(1);
  }

  @Test
  void theSameKeyWithAnotherBodyIsRefused() throws Exception {
    post("key-2", "{\"n\":7,\"name\":\"a\"}");

    assertProblem(post("key-2", "{\"n\":8,\"name\":\"a\"}"), 422, "idempotency-key-reused");
  }

  @Test
  void aRefusalLeavesTheKeyFree() throws Exception {
    post("key-3", "{\"n\":13,\"name\":\"a\"}");

    assertThat(post("key-3", "{\"n\":7,\"name\":\"a\"}").statusCode()).isEqualTo(200);
  }

  @Test
  void aMissingKeyIsRefused() throws Exception {
    assertProblem(post(null, "{\"n\":7,\"name\":\"a\"}"), 400, "idempotency-key-required");
  }

  @Test
  void fiftyAtOnceUnderOneKeyRunOnce() throws Exception {
    int before = controller.runs();
    Callable<Integer> once = () -> post("key-4", "{\"n\":7,\"name\":\"a\"}").statusCode();

    try (var pool = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<Integer>> answers = pool.invokeAll(java.util.Collections.nCopies(50, once));
      for (Future<Integer> answer : answers) {
        assertThat(answer.get()).isIn(200, 409);
      }
    }
    assertThat(controller.runs() - before).isEqualTo(1);
  }

  @Test
  void aKeyIsBusyUntilItsFirstRequestIsAnswered() {
    int before = controller.runs();
    List<HttpResponse<String>> meanwhile = new ArrayList<>();

    transaction.executeWithoutResult(
        status ->
            idempotency.once(
                new Caller("cleo", Set.of("CLIPPER")),
                "key-5",
                "the first",
                String.class,
                () -> {
                  meanwhile.add(second());
                  return "the first's answer";
                }));

    assertProblem(meanwhile.getFirst(), 409, "idempotency-key-in-flight");
    assertThat(controller.runs()).isEqualTo(before);
  }

  private HttpResponse<String> second() {
    try {
      return post("key-5", "{\"n\":7,\"name\":\"a\"}");
    } catch (IOException | InterruptedException e) {
      throw new IllegalStateException("no answer", e);
    }
  }
}
