package io.clipmeter.analytics;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The API as it is documented; {@code -Dopenapi.write=true} writes the document anew. */
@ServiceTest
class OpenApiIT {
  private static final Path DOCUMENT = Path.of("..", "docs", "api", "analytics.yaml");

  @Autowired Service service;

  @Test
  void theCommittedDocumentIsWhatTheServiceOffers() throws IOException {
    HttpResponse<String> answer = service.get("/v3/api-docs.yaml", null);
    assertThat(answer.statusCode()).isEqualTo(200);
    String offered = answer.body();
    if (Boolean.getBoolean("openapi.write")) {
      Files.writeString(DOCUMENT, offered);
    }
    assertThat(DOCUMENT).exists().hasContent(offered);
  }
}
