package io.clipmeter.chassis.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlainTextTest {
  private static final String FORM = PlainText.SEEN + "{1,5}";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a",
        " a ",
        "\u3000a",
        "\u2028a",
        "1",
        "-",
        "\uD83D\uDE00",
        "e\u0301",
        "abcde",
        "\u3164a",
        "\u1160\u1100"
      })
  void whatHoldsSomethingToSeeIsText(String text) {
    assertThat(text).matches(FORM);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "\u00A0",
        "\u2003",
        "\u3000",
        "\u2028",
        "\u200B",
        "\uFEFF",
        "\u2060 \u3000",
        "\u0301",
        "\u3164",
        "\u115F\u1160",
        "\uFFA0 ",
        "\u2800\u2800",
        "a\u0000",
        "a\n",
        "a\uD83D",
        "abcdef"
      })
  void blanksAndWhatNobodySeesIsNone(String text) {
    assertThat(text).doesNotMatch(FORM);
  }
}
