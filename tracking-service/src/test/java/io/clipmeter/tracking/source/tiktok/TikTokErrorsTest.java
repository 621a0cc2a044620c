package io.clipmeter.tracking.source.tiktok;

import static org.assertj.core.api.Assertions.assertThat;

import io.clipmeter.tracking.source.call.ProviderFault.Kind;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

class TikTokErrorsTest {
  @ParameterizedTest
  @CsvSource({
    "500, '', LOST",
    "502, '', LOST",
    "503, '', DOWN",
    "500, internal_error, LOST",
    "200, internal_error, LOST",
    "503, internal_error, DOWN"
  })
  void only503IsSureThatNothingWasDone(int status, String code, Kind kind) {
    var body = new JsonMapper().readTree("{\"error\":{\"code\":\"" + code + "\"}}");

    assertThat(TikTokErrors.fault(status, body, null).kind()).isEqualTo(kind);
    assertThat(OEmbed.fault(status, body, null).kind())
        .isEqualTo(status < 500 ? Kind.REFUSED : kind);
  }
}
