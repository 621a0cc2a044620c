package io.clipmeter.tracking.source.instagram;

import static org.assertj.core.api.Assertions.assertThat;

import io.clipmeter.tracking.source.call.ProviderFault.Kind;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

class InstagramErrorsTest {
  @ParameterizedTest
  @CsvSource({
    "500, 0, LOST",
    "502, 0, LOST",
    "503, 0, DOWN",
    "504, 0, LOST",
    "500, 1, LOST",
    "400, 2, LOST",
    "503, 2, DOWN"
  })
  void only503IsSureThatNothingWasDone(int status, int code, Kind kind) {
    var body = new JsonMapper().readTree("{\"error\":{\"code\":" + code + "}}");

    assertThat(InstagramErrors.fault(status, body, null).kind()).isEqualTo(kind);
  }
}
