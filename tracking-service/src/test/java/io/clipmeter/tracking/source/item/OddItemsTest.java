package io.clipmeter.tracking.source.item;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class OddItemsTest {
  private static final JsonMapper JSON = new JsonMapper();

  @ParameterizedTest(name = "{0} characters outside the basic plane become {1}")
  @CsvSource({"6000, 6000", "10000, 10000", "10001, 10000"})
  void longTextIsCutBetweenCharacters(int emoji, int kept) {
    Item item = new Item(JSON.createObjectNode().put("text", "\uD83D\uDE00".repeat(emoji)));

    assertThat(item.textOrEmpty("text").codePoints().count()).isEqualTo(kept);
  }

  @ParameterizedTest(name = "{0} is {1}")
  @CsvSource({
    "37.3, 37",
    "0, 0",
    "1e9, 1000000000",
    "1000000000.1,",
    "1e30,",
    "1e999999999,",
    "-1,",
    "-1e999999999,",
    "1e-999999999, 0"
  })
  void aLengthThatCannotBeIsNotKnown(String seconds, @Nullable Long read) {
    JsonNode value = JSON.getNodeFactory().numberNode(new java.math.BigDecimal(seconds));

    assertThat(Times.seconds(value)).isEqualTo(read);
  }

  @ParameterizedTest(name = "{0} in an answer is {1}")
  @CsvSource({"37.3, 37", "1e999,", "-1e999,", "1e-999, 0"})
  void aLengthIsReadOfTheTextThatCame(String seconds, @Nullable Long read) {
    assertThat(Times.seconds(JSON.readTree(seconds))).isEqualTo(read);
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource({
    "+200000000-01-01T00:00:00Z, false",
    "1999-12-31T23:59:59Z, false",
    "2000-01-01T00:00:00Z, true",
    "2100-01-01T00:00:00Z, true",
    "2100-01-01T00:00:01Z, false",
    "-0001-01-01T00:00:00Z, false"
  })
  void aTimeThatNoDatabaseTakesIsNotKnown(String text, boolean known) {
    assertThat(Times.of(text, null)).isEqualTo(known ? Instant.parse(text) : null);
  }

  @Test
  void aDurationThatCannotBeIsNotKnown() {
    assertThat(Times.iso("PT9999999999999H")).isNull();
    assertThat(Times.iso("PT27M11S")).isEqualTo(1_631);
  }
}
