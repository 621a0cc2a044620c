package io.clipmeter.submission;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpHeaders;
import java.util.UUID;
import tools.jackson.databind.JsonNode;

/** What the service answered. */
public record Answer(int status, HttpHeaders headers, JsonNode body) {

  /** The same answer, which must have this status. */
  public Answer is(int expected) {
    assertThat(status).as("%s", body).isEqualTo(expected);
    return this;
  }

  /** The same answer, which must be a problem detail with this slug. */
  public Answer isProblem(int expected, String slug) {
    is(expected);
    assertThat(headers.firstValue("content-type").orElse(""))
        .startsWith("application/problem+json");
    assertThat(text("type")).isEqualTo("https://clipmeter.io/problems/" + slug);
    assertThat(text("title")).isNotBlank();
    assertThat(text("detail")).isNotBlank();
    assertThat(body.get("status").asInt()).isEqualTo(expected);
    return this;
  }

  /** A member, by a path such as {@code budget.amount}; whatever is no text is its JSON. */
  public String text(String path) {
    JsonNode node = body;
    for (String part : path.split("\\.", -1)) {
      node = node.get(part);
      assertThat(node).as("%s of %s", path, body).isNotNull();
    }
    return node.isString() ? node.asString() : node.toString();
  }

  /** The member {@code id}. */
  public UUID id() {
    return UUID.fromString(text("id"));
  }
}
