package io.clipmeter.payout;

import static org.assertj.core.api.Assertions.assertThat;

import io.clipmeter.payout.Api.Answer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The committed API description is the one that the service gives. */
class OpenApiIT extends RunningService {
  private static final Path COMMITTED = Path.of("..", "docs", "api", "payout.yaml");

  @Test
  void theCommittedDescriptionIsUpToDate() throws IOException {
    Answer answer = as("").get("/v3/api-docs.yaml");
    assertThat(answer.status()).isEqualTo(200);
    String given = answer.text();
    if (Boolean.getBoolean("openapi.write")) {
      Files.createDirectories(COMMITTED.getParent());
      Files.writeString(COMMITTED, given);
    }
    assertThat(given)
        .as("write it anew with -Dopenapi.write=true")
        .isEqualTo(Files.readString(COMMITTED));
  }
}
