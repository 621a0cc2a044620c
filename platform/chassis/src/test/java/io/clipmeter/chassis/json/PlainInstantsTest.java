package io.clipmeter.chassis.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;

class PlainInstantsTest {
  private static final long SEED = 5;
  private static final long FIRST = Instant.parse("0000-01-01T00:00:00Z").getEpochSecond();
  private static final long LAST = Instant.parse("9999-12-31T23:59:59Z").getEpochSecond();

  private final JsonMapper general = new JsonMapper();
  private final JsonMapper ours =
      JsonMapper.builder()
          .addModule(new SimpleModule().addDeserializer(Instant.class, new PlainInstants()))
          .build();

  @Test
  void whatWeWriteIsReadByHand() {
    Random random = new Random(SEED);
    for (int trial = 0; trial < 20_000; trial++) {
      long[] units = {1_000_000_000L, 1_000_000, 1_000, 100, 1};
      long unit = units[trial % units.length];
      Instant any =
          Instant.ofEpochSecond(
              random.nextLong(FIRST, LAST + 1), random.nextLong(1_000_000_000) / unit * unit);

      assertThat(PlainInstants.plain(any.toString()))
          .as("trial %d of seed %d", trial, SEED)
          .isEqualTo(any);
      assertThat(ours.readValue(general.writeValueAsBytes(any), Instant.class)).isEqualTo(any);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "2026-11-23T04:05:06.5Z,           2026-11-23T04:05:06.500Z",
    "2026-11-23T04:05:06.00001Z,       2026-11-23T04:05:06.000010Z",
    "2024-02-29T23:59:59.999999999Z,   2024-02-29T23:59:59.999999999Z",
  })
  void fractionsOfAnyLengthAreReadByHand(String text, String instant) {
    assertThat(PlainInstants.plain(text)).isEqualTo(Instant.parse(instant));
  }

  /** What the general way says of it holds, be it an instant or none. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"2026-11-23T04:05:06+01:00\"",
        "\"2026-11-23T24:00:00Z\"",
        "\"2016-12-31T23:59:60Z\"",
        "\"2026-11-23T04:05Z\"",
        "\"2026-11-23t04:05:06z\"",
        "\"+10000-01-01T00:00:00Z\"",
        "\"-0001-01-01T00:00:00Z\"",
        "\"2026-11-23T04:05:06.Z\"",
        "\"2026-11-23T04:05:06.1234567890Z\"",
        "\"2026-02-29T04:05:06Z\"",
        "\"2026-04-31T04:05:06Z\"",
        "\"2026-13-01T04:05:06Z\"",
        "\"2026-00-01T04:05:06Z\"",
        "\"2026-01-00T04:05:06Z\"",
        "\"2026-11-23T04:60:06Z\"",
        "\"2026-11-23T25:00:06Z\"",
        "\"2026-11-23T04:05:61Z\"",
        "\"2026-11-23 04:05:06Z\"",
        "\"2026/11-23T04:05:06Z\"",
        "\"2026-11/23T04:05:06Z\"",
        "\"2026-11-23T04.05:06Z\"",
        "\"2026-11-23T04:05.06Z\"",
        "\"2026-11-23T04:05:06,5Z\"",
        "\"2026-11-23T04:05:06.+5Z\"",
        "\"2026-11-23T04:05:06.5ZZ\"",
        "\"2O26-11-23T04:05:06Z\"",
        "\"٢٠٢٦-11-23T04:05:06Z\"",
        "\"2026-11-23T04:05:06\"",
        "\"\"",
        "\" \"",
        "\"tomorrow\"",
        "null",
        "true",
        "[]",
        "{}"
      })
  void whateverElseGoesTheGeneralWay(String json) {
    if (json.startsWith("\"")) {
      assertThat(PlainInstants.plain(json.substring(1, json.length() - 1))).isNull();
    }
    assertThat(outcome(ours, json)).isEqualTo(outcome(general, json));
  }

  private static String outcome(JsonMapper mapper, String json) {
    try {
      return String.valueOf((Object) mapper.readValue(json, Instant.class));
    } catch (JacksonException refused) {
      return "refused";
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1795405000",
        "1795405000.5",
        "0",
        "\"1795405000\"",
        "\"1795405000.5\"",
        "\" -1 \"",
        "\"\\u00001795405000000\\u001F\""
      })
  void aNumberIsNoInstant(String json) {
    assertThatThrownBy(() -> ours.readValue(json, Instant.class))
        .isInstanceOf(MismatchedInputException.class);
  }
}
