package io.clipmeter.payout;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The committed API description is the one that the service gives. */
class OpenApiIT extends RunningService {
  private static final Path COMMITTED = Path.of("..", "docs", "api", "payout.yaml");

  @Test
  void theCommittedDescriptionIsUpToDate() throws IOException {
    String given = as("").get("/v3/api-docs.yaml").text();
    if (Boolean.getBoolean("openapi.write")) {
      Files.createDirectories(COMMITTED.getParent());
      Files.writeString(COMMITTED, given);
    }
    assertThat(given)
        .as("write it anew with -Dopenapi.write=true")
        .isEqualTo(Files.readString(COMMITTED));
  }
}
