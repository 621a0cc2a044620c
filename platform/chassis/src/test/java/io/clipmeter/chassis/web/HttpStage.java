package io.clipmeter.chassis.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.clipmeter.chassis.app.ProbeApplication;
import io.clipmeter.chassis.app.ProbeController;
import io.clipmeter.testing.TestTokens;
import io.clipmeter.testing.WithEngines;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The probe service, and how it is spoken to. */
@WithEngines
@SpringBootTest(
    classes = ProbeApplication.class,
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
abstract class HttpStage {
  protected static final String PROBES = "/api/clippers/probes";
  private final HttpClient http = HttpClient.newHttpClient();

  @LocalServerPort protected int port;
  @Autowired protected ProbeController controller;

  protected String get(String query) throws IOException, InterruptedException {
    return send(request(PROBES + query, TestTokens.clipper("cleo")).GET().build()).body();
  }

  protected HttpResponse<String> post(@Nullable String key, String body)
      throws IOException, InterruptedException {
    HttpRequest.Builder request = request(PROBES, TestTokens.clipper("cleo"));
    if (key != null) {
      request.header("Idempotency-Key", key);
    }
    return send(request.POST(HttpRequest.BodyPublishers.ofString(body)).build());
  }

  protected HttpRequest.Builder request(String path, @Nullable String token) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
            .header("Content-Type", "application/json");
    return token == null ? request : request.header("Authorization", "Bearer " + token);
  }

  protected HttpResponse<String> send(HttpRequest request)
      throws IOException, InterruptedException {
    return http.send(request, HttpResponse.BodyHandlers.ofString());
  }

  protected static void assertProblem(HttpResponse<String> answer, int status, String slug) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
    assertProblem(answer, slug);
  }

  protected static void assertProblem(HttpResponse<String> answer, String slug) {
    assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
    assertThat(answer.body()).contains("\"type\":\"https://clipmeter.io/problems/" + slug + "\"");
  }
}
