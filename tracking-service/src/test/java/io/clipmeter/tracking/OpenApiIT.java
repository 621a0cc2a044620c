package io.clipmeter.tracking;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** docs/api/tracking.yaml is what the service really offers; -Dopenapi.write=true rewrites it. */
class OpenApiIT extends Stage {
  private static final Path FILE = Path.of("../docs/api/tracking.yaml");

  @Test
  void theFileSaysWhatTheServiceOffers() throws IOException {
    String offered = service.send("GET", "/v3/api-docs.yaml", null, null).text();
    if (Boolean.getBoolean("openapi.write")) {
      Files.createDirectories(FILE.getParent());
      Files.writeString(FILE, offered);
    }

    assertThat(offered).isEqualTo(Files.readString(FILE));
    assertThat(offered)
        .as("two operations of one name: clients' methods would be renamed by a third")
        .doesNotContainPattern("operationId: \\w+_[0-9]+");
  }
}
