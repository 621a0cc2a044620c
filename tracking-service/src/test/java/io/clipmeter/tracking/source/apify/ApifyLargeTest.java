package io.clipmeter.tracking.source.apify;

import static org.assertj.core.api.Assertions.assertThat;

import io.clipmeter.events.Platform;
import io.clipmeter.tracking.source.Reading;
import io.clipmeter.tracking.source.VideoRef;
import io.clipmeter.tracking.source.apify.ApifyStub.Call;
import io.clipmeter.tracking.source.apify.ApifyStub.Canned;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is answered is held in memory as a whole, so there is an end to it. */
class ApifyLargeTest {
  private static final VideoRef VIDEO =
      VideoRef.of(Platform.TIKTOK, "7512345", "https://www.tiktok.com/@someone/video/7512345");
  private final ApifyFixture apify = new ApifyFixture();

  @AfterEach
  void close() {
    apify.close();
  }

  @ParameterizedTest(name = "{0} of {1} MiB and {2} bytes: {3}")
  @CsvSource({
    "ITEMS, 16, 0, Ok",
    "ITEMS, 16, 1, Unknown",
    "POLL,   4, 0, Ok",
    "POLL,   4, 1, Unknown"
  })
  void anAnswerHasItsMost(Call call, int mebibytes, int bytes, String reading) {
    apify.stub.item(VIDEO, ApifyItems.good(VIDEO, 5));
    String good =
        call == Call.ITEMS
            ? "[" + ApifyItems.good(VIDEO, 5) + "]"
            : ApifyStub.run("run1", "SUCCEEDED");
    Canned answer = Canned.json(200, padded(good, (mebibytes << 20) + bytes));
    apify.stub.next(call, answer, answer, answer, answer);

    assertThat(read().getClass().getSimpleName()).isEqualTo(reading);
  }

  @Test
  void manyItemsAreFetchedInPages() {
    apify.stub.item(VIDEO, ApifyItems.good(VIDEO, 5));
    unasked(2_000);

    assertThat(read()).isInstanceOf(Reading.Ok.class);

    assertThat(limits()).containsExactly("0 2000", "2000 2000");
  }

  @Test
  void aPageThatIsTooLargeIsFetchedInParts() {
    apify.stub.item(VIDEO, ApifyItems.good(VIDEO, 5));
    unasked(600);
    apify.stub.next(Call.ITEMS, Canned.json(200, padded("[]", (16 << 20) + 1)));

    assertThat(read()).isInstanceOf(Reading.Ok.class);

    assertThat(limits()).containsExactly("0 2000", "0 500", "500 500");
  }

  private void unasked(int items) {
    for (int i = 0; i < items; i++) {
      apify.stub.unasked("{}");
    }
  }

  private List<String> limits() {
    return apify.stub.seen(Call.ITEMS).stream()
        .map(seen -> seen.query().replaceAll(".*offset=(\\d+)&limit=(\\d+).*", "$1 $2"))
        .toList();
  }

  private static String padded(String json, int size) {
    return json + " ".repeat(size - json.length());
  }

  private Reading read() {
    return apify.source.read(List.of(VIDEO)).of(VIDEO.key());
  }
}
