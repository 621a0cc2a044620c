package io.clipmeter.local.launcher.log;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LogLineTest {
  @Test
  void showsWhatAPersonWantsToKnow() {
    String line =
        "{\"@timestamp\":\"2026-11-21T03:52:33.326739721Z\",\"message\":\"\\n"
            + "\\n"
            + "FAILED\\n"
            + "no bean\",\"logger_name\":\"a.b.Main\",\"level\":\"ERROR\",\"stack_trace\":\"x.Y:"
            + " no\\n"
            + "\\tat z\\n"
            + "\"}";

    assertThat(LogLine.readable(line))
        .containsExactly(
            "2026-11-21T03:52:33.326 ERROR Main: FAILED", "no bean", "x.Y: no", "\tat z");
  }

  @Test
  void leavesOtherLinesAlone() {
    assertThat(LogLine.readable("LOG:  ready")).containsExactly("LOG:  ready");
    assertThat(LogLine.readable("{half")).containsExactly("{half");
  }
}
