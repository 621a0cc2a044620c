package io.clipmeter.earnings.receipt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clipmeter.chassis.problem.ProblemException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReceiptDownloadsTest {
  private final ReceiptDownloads downloads = new ReceiptDownloads();
  private final List<String> written = new ArrayList<>();

  @Test
  void oneMoreThanThereMayBeIsRefusedAndLetInLater() throws IOException {
    downloads.inTurn(
        () ->
            downloads.inTurn(
                () -> {
                  written.add("second");
                  assertThatThrownBy(() -> downloads.inTurn(() -> written.add("third")))
                      .isInstanceOf(ProblemException.class)
                      .hasMessageContaining("At most 2");
                }));
    downloads.inTurn(() -> written.add("later"));

    assertThat(written).containsExactly("second", "later");
  }

  @Test
  void aReaderWhoGoesAwayTakesNoPlaceAlong() throws IOException {
    for (int i = 0; i <= ReceiptDownloads.AT_ONCE; i++) {
      assertThatThrownBy(
              () ->
                  downloads.inTurn(
                      () -> {
                        throw new IOException("gone");
                      }))
          .hasMessage("gone");
    }
    downloads.inTurn(() -> written.add("well"));

    assertThat(written).containsExactly("well");
  }
}
