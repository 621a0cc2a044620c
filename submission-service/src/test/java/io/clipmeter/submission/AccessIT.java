package io.clipmeter.submission;

import static org.assertj.core.api.Assertions.assertThat;

import io.clipmeter.testing.TestTokens;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Who may do what, for every endpoint that the OpenAPI document names. */
@ServiceTest
class AccessIT {

  @Autowired Service service;

  private record Endpoint(String method, String path) {
    boolean forAdmins() {
      return path.startsWith("/api/admin/");
    }

    Answer asked(Service.As caller) {
      String some = path.replace("{id}", UUID.randomUUID().toString());
      return caller.send(method, some, method.equals("GET") ? null : "{}");
    }
  }

  @Test
  void withoutATokenNothingIsServed() {
    assertThat(endpoints())
        .allSatisfy(each -> each.asked(service.bearing(null)).isProblem(401, "unauthenticated"));
  }

  @Test
  void withAnotherRoleNothingIsServed() {
    assertThat(endpoints())
        .allSatisfy(
            each -> {
              var other = each.forAdmins() ? service.clipper("cleo") : service.admin();
              each.asked(other).isProblem(403, "forbidden");
              String roleless = TestTokens.token("cleo").signed();
              each.asked(service.bearing(roleless)).isProblem(403, "forbidden");
            });
  }

  @Test
  void withABadTokenNothingIsServed() {
    List<String> bad =
        List.of(
            "nonsense",
            TestTokens.token("cleo").role("CLIPPER").expiresIn(Duration.ofMinutes(-5)).signed(),
            TestTokens.token("cleo").role("CLIPPER").audience("another-api").signed(),
            TestTokens.token("cleo").role("CLIPPER").audience(null).signed(),
            TestTokens.token("cleo").role("CLIPPER").issuer("http://another.test").signed());
    assertThat(bad)
        .allSatisfy(
            token ->
                service
                    .bearing(token)
                    .get("/api/clippers/submissions")
                    .isProblem(401, "unauthenticated"));
  }

  @Test
  void whatIsNotThereIsNotFoundForItsRole() {
    assertThat(endpoints())
        .filteredOn(each -> each.path().contains("{id}") && !each.method().equals("PUT"))
        .filteredOn(each -> !each.path().endsWith("/reject"))
        .filteredOn(each -> !each.path().endsWith("/top-up"))
        .allSatisfy(
            each -> {
              var own = each.forAdmins() ? service.admin() : service.clipper("cleo");
              assertThat(each.asked(own).is(404).text("type")).endsWith("-not-found");
            });
  }

  @Test
  void anotherClippersSubmissionIsNotFound() {
    UUID campaign = service.activeCampaign();
    UUID hers = service.submit("cleo", campaign, "https://youtu.be/accessAAAAA").is(201).id();
    assertThat(endpoints())
        .filteredOn(each -> each.path().startsWith("/api/clippers/submissions/{id}"))
        .hasSize(2)
        .allSatisfy(
            each ->
                service
                    .clipper("carl")
                    .send(each.method(), each.path().replace("{id}", hers.toString()), null)
                    .isProblem(404, "submission-not-found"));
    assertThat(service.clipper("cleo").get("/api/clippers/submissions/" + hers).text("status"))
        .isEqualTo("PENDING");
  }

  @Test
  void whatNoRuleNamesIsDenied() {
    service.admin().get("/api/other").isProblem(403, "forbidden");
    service.bearing(null).get("/api/other").isProblem(401, "unauthenticated");
  }

  private List<Endpoint> endpoints() {
    List<Endpoint> found = new ArrayList<>();
    service
        .bearing(null)
        .get("/v3/api-docs")
        .is(200)
        .body()
        .get("paths")
        .properties()
        .forEach(
            path ->
                path.getValue()
                    .propertyNames()
                    .forEach(
                        method ->
                            found.add(
                                new Endpoint(method.toUpperCase(Locale.ROOT), path.getKey()))));
    assertThat(found).hasSize(29);
    return found;
  }
}
