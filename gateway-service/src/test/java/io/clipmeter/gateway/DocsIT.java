package io.clipmeter.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.clipmeter.gateway.route.Backend;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Value;

class DocsIT extends WithStubs {
  private static final Pattern ADDRESS = Pattern.compile("(?:src|href)=\"([^\"]+)\"");

  @Value("${local.management.port}")
  int managementPort;

  @Test
  void theFrontDoorHasASign() throws Exception {
    HttpResponse<String> answer = client.get("/", null);

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body())
        .isEqualTo("{\"name\":\"clipmeter\",\"status\":\"UP\",\"docs\":\"/docs\"}");
    assertThat(
            client
                .send(client.request("/", null).method("HEAD", BodyPublishers.noBody()))
                .statusCode())
        .isEqualTo(200);
  }

  @Test
  void thePageNeedsNothingFromTheInternet() throws Exception {
    HttpResponse<String> page = client.get("/docs", null);
    List<String> addresses =
        ADDRESS.matcher(page.body()).results().map((MatchResult r) -> r.group(1)).toList();

    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/html");
    assertThat(addresses).hasSizeGreaterThanOrEqualTo(4).allMatch(a -> a.startsWith("/docs/"));
    for (String address : addresses) {
      assertThat(client.get(address, null).statusCode()).as(address).isEqualTo(200);
    }
  }

  @Test
  void thePageMayOnlyLoadAndCallWhatIsHere() throws Exception {
    String policy =
        client.get("/docs", null).headers().firstValue("Content-Security-Policy").orElseThrow();

    assertThat(policy).contains("default-src 'self'", "frame-ancestors 'none'");
    assertThat(policy).doesNotContain("http", "*", "unsafe-eval");
  }

  @Test
  void thePageListsEveryService() throws Exception {
    String config = client.get("/docs/config", null).body();

    for (Backend backend : Backend.values()) {
      assertThat(config)
          .contains(
              "{\"name\":\"%s\",\"url\":\"/docs/api/%s\"}"
                  .formatted(backend.label(), backend.label()));
    }
  }

  @ParameterizedTest
  @EnumSource
  void eachServicesDocumentComesThroughTheGateway(Backend backend) throws Exception {
    HttpResponse<String> answer = client.get("/docs/api/" + backend.label(), null);

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).contains(backend.label());
    assertThat(stub(backend).onlyOne().target()).isEqualTo("/v3/api-docs");
  }

  @Test
  void onlyHealthAndMetricsStandOnTheOtherPort() throws Exception {
    Client management = new Client(managementPort);

    assertThat(management.get("/actuator/health", null).body()).contains("\"status\":\"UP\"");
    assertThat(management.get("/actuator/health/liveness", null).statusCode()).isEqualTo(200);
    assertThat(management.get("/actuator/health/readiness", null).statusCode()).isEqualTo(200);
    assertThat(management.get("/actuator/prometheus", null).body())
        .contains("clipmeter_gateway_unanswered_total");
    assertThat(management.get("/actuator/info", null).statusCode()).isEqualTo(200);
    for (String path : List.of("env", "beans", "gateway", "heapdump", "loggers", "mappings")) {
      assertThat(management.get("/actuator/" + path, null).statusCode()).as(path).isEqualTo(401);
    }
  }
}
