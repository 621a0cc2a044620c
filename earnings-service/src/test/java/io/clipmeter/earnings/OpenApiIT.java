package io.clipmeter.earnings;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** docs/api/earnings.yaml is what the service really offers; -Dopenapi.write=true rewrites it. */
class OpenApiIT extends RunningService {
  private static final Path FILE = Path.of("../docs/api/earnings.yaml");

  @Test
  void theFileSaysWhatTheServiceOffers() throws IOException {
    Answer offered = get("/v3/api-docs.yaml", "");
    assertThat(offered.status()).isEqualTo(200);
    if (Boolean.getBoolean("openapi.write")) {
      Files.writeString(FILE, offered.text());
    }

    assertThat(offered.text()).isEqualTo(Files.readString(FILE));
  }
}
