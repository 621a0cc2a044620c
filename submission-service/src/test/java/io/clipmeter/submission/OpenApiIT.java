package io.clipmeter.submission;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The API as it is documented; {@code -Dopenapi.write=true} writes the document anew. */
@ServiceTest
class OpenApiIT {
  private static final Path DOCUMENT = Path.of("..", "docs", "api", "submission.yaml");

  @Autowired Service service;

  @Test
  void theCommittedDocumentIsWhatTheServiceOffers() throws IOException {
    String offered = service.bearing(null).get("/v3/api-docs.yaml").is(200).body().asString();
    if (Boolean.getBoolean("openapi.write")) {
      Files.createDirectories(DOCUMENT.resolveSibling(""));
      Files.writeString(DOCUMENT, offered);
    }
    assertThat(DOCUMENT).exists().hasContent(offered);
  }
}
