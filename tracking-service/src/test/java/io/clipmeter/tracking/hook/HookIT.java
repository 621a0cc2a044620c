package io.clipmeter.tracking.hook;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.clipmeter.tracking.post.PostStage;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

class HookIT extends PostStage {
  private static final String SECRET = "a-webhook-secret-of-tests";

  @LocalServerPort int servicePort;

  @Test
  void aCallSaysByWhichIdTheVideoIsOut() throws Exception {
    String post = id(service.post(POSTS, post(upload(",\"postId\":\"p-1\""))));

    HttpResponse<String> answer = call(published("h-1", "p-1"));

    JsonNode upload = service.get(POSTS + "/" + post).json().at("/uploads/0");
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    assertThat(upload.path("status").asString()).isEqualTo("POSTED");
    assertThat(upload.path("videoId").asString()).isEqualTo(ID);
    assertThat(upload.path("url").asString()).isEqualTo(URL);
  }

  @Test
  void aCallIsActedOnOnce() throws Exception {
    String post = id(service.post(POSTS, post(upload(",\"postId\":\"p-1\""))));
    call(published("h-1", "p-1"));
    put(
        POSTS + "/" + post + "/platforms/TIKTOK",
        "{\"status\":\"FAILED\",\"failedReason\":\"removed by hand\"}");

    assertThat(call(published("h-1", "p-1")).statusCode()).isEqualTo(200);

    assertThat(status(post)).isEqualTo("FAILED");
  }

  @Test
  void aFailureIsNotedAndDoesNotTakeBackThatItIsOut() throws Exception {
    String out = id(service.post(POSTS, post(upload(",\"postId\":\"p-1\""))));
    String failed = id(service.post(POSTS, post(upload(",\"postId\":\"p-2\""))));
    call(published("h-1", "p-1"));
    String error =
        "\"action\":\"scheduled\",\"status\":\"error\",\"code\":288,\"platform\":\"tiktok\"}";

    call("{\"hookId\":\"h-2\",\"id\":\"p-1\"," + error);
    call("{\"hookId\":\"h-3\",\"id\":\"p-2\"," + error);

    assertThat(status(out)).isEqualTo("POSTED");
    assertThat(status(failed)).isEqualTo("FAILED");
    assertThat(service.get(POSTS + "/" + failed).json().at("/uploads/0/failedReason").asString())
        .isEqualTo("Ayrshare said error 288");
  }

  @Test
  void aCallThatIsNotSignedIsRefusedAndNothingIsDone() throws Exception {
    String post = id(service.post(POSTS, post(upload(",\"postId\":\"p-1\""))));
    String body = published("h-1", "p-1");

    HttpResponse<String> wrong = call(body, mac(body + " "), now());
    HttpResponse<String> old = call(body, mac(body), Long.toString(Long.parseLong(now()) - 7_201));
    HttpResponse<String> bare = send(request(body));

    assertThat(java.util.List.of(wrong, old, bare))
        .allSatisfy(
            answer -> {
              assertThat(answer.statusCode()).isEqualTo(401);
              assertThat(answer.body()).contains("webhook-signature-invalid");
            });
    assertThat(status(post)).isEqualTo("SCHEDULED");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "[]",
        "null",
        "{\"hookId\":1}",
        "{\"hookId\":\"\"}",
        "not json",
        "{\"hookId\":"
      })
  void aSignedCallThatIsNoneIsRefused(String body) throws Exception {
    HttpResponse<String> answer = call(body);

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body()).contains("/problems/");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"action\":\"social\",\"type\":\"refresh\",\"hookId\":\"h\",\"platform\":\"linkedin\",\"title\":\"Creator"
            + " 1\"}",
        "{\"action\":\"scheduled\",\"hookId\":\"h\",\"id\":\"unknown\",\"status\":\"success\"}",
        "{\"action\":\"scheduled\",\"hookId\":\"h\",\"id\":{\"a\":1},\"tikTokId\":7524354452762037512}"
      })
  void aCallAboutSomethingElseIsHeardAndNothingIsDone(String body) throws Exception {
    String post = id(service.post(POSTS, post(upload(",\"postId\":\"p-1\""))));

    assertThat(call(body).statusCode()).isEqualTo(200);
    assertThat(status(post)).isEqualTo("SCHEDULED");
  }

  @Test
  void aBodyWithoutAnEndIsNotReadToIt() throws Exception {
    String head =
        "POST /api/webhooks/ayrshare HTTP/1.1\r\nHost: localhost\r\n"
            + "Content-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n";
    String chunk = Integer.toHexString(200_000) + "\r\n" + "x".repeat(200_000) + "\r\n";
    try (Socket socket = new Socket("localhost", servicePort)) {
      socket.setSoTimeout(10_000);
      socket.getOutputStream().write((head + chunk).getBytes(UTF_8));

      String status =
          new BufferedReader(new InputStreamReader(socket.getInputStream(), UTF_8)).readLine();

      assertThat(status).startsWith("HTTP/1.1 413");
    }
  }

  private String status(String post) {
    return service.get(POSTS + "/" + post).json().at("/uploads/0/status").asString();
  }

  private static String published(String hookId, String postId) {
    return """
    {"action":"scheduled","subAction":"tikTokPublished","created":"2026-10-04T09:12:44Z","hookId":"%s","id":"%s",
     "refId":"r-1","status":"success","platform":"tiktok","code":200,"tikTokId":"%s","postUrl":"%s"}
    """
        .formatted(hookId, postId, ID, URL);
  }

  private HttpResponse<String> call(String body) throws IOException, InterruptedException {
    return call(body, mac(body), now());
  }

  private HttpResponse<String> call(String body, String mac, String timestamp)
      throws IOException, InterruptedException {
    return send(
        request(body)
            .header("X-Authorization-Content-SHA256", mac)
            .header("X-Authorization-Timestamp", timestamp));
  }

  private HttpRequest.Builder request(String body) {
    return HttpRequest.newBuilder(
            URI.create("http://localhost:" + servicePort + "/api/webhooks/ayrshare"))
        .header("Content-Type", "application/json")
        .POST(HttpRequest.BodyPublishers.ofString(body));
  }

  private static HttpResponse<String> send(HttpRequest.Builder request)
      throws IOException, InterruptedException {
    return HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofString());
  }

  private String now() {
    return Long.toString(clock.instant().getEpochSecond());
  }

  private static String mac(String body) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(SECRET.getBytes(UTF_8), "HmacSHA256"));
      return HexFormat.of().formatHex(mac.doFinal(body.getBytes(UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
