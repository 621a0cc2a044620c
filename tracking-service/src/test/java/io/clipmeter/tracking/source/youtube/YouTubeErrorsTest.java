package io.clipmeter.tracking.source.youtube;

import static org.assertj.core.api.Assertions.assertThat;

import io.clipmeter.tracking.source.call.ProviderFault.Kind;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

class YouTubeErrorsTest {
  @ParameterizedTest
  @CsvSource({"500, LOST", "502, LOST", "503, DOWN", "504, LOST"})
  void only503IsSureThatNothingWasDone(int status, Kind kind) {
    var body =
        new JsonMapper().readTree("{\"error\":{\"errors\":[{\"reason\":\"backendError\"}]}}");

    assertThat(YouTubeErrors.fault(status, body, null).kind()).isEqualTo(kind);
  }
}
