package io.clipmeter.local.simulator.recording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clipmeter.local.simulator.views.Counts;
import io.clipmeter.local.simulator.views.Platform;
import io.clipmeter.local.simulator.views.VideoKey;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ViewsFileTest {
  private static final String HEADER =
      "platform,video_id,observed_on,views,likes,comments,shares\n";
  @TempDir Path directory;

  @Test
  void aTickIsARecordedDayInOrder() throws Exception {
    var views =
        read(
            HEADER
                + "youtube,a,2024-03-09,300,,,\n"
                + "youtube,a,2024-03-01,100,,,\n"
                + "youtube,a,2024-03-02,200,,,\n");

    assertThat(views.lastTick()).isEqualTo(OptionalLong.of(2));
    assertThat(views.day(2)).contains(LocalDate.of(2024, 3, 9));
    assertThat(views.day(3)).isEmpty();
    assertThat(views.of(youtube("a"), 0).orElseThrow().views()).isEqualTo(100);
    assertThat(views.of(youtube("a"), 2).orElseThrow().views()).isEqualTo(300);
  }

  @Test
  void ofSeveralRowsOnADayTheOneWithMostViewsCounts() throws Exception {
    var views =
        read(
            HEADER
                + "youtube,a,2024-03-01,100,9,9,9\n"
                + "youtube,a,2024-03-01,120,1,2,3\n"
                + "youtube,a,2024-03-01,,8,8,8\n"
                + "youtube,a,2024-03-01,110,7,7,7\n");

    assertThat(views.of(youtube("a"), 0)).contains(new Counts(120L, 1L, 2L, 3L, null));
  }

  @Test
  void aVideoWithoutARowIsNotListedAndAZeroIsAZero() throws Exception {
    var views =
        read(
            HEADER
                + "youtube,a,2024-03-01,100,,,\n"
                + "youtube,b,2024-03-02,5,,,\n"
                + "youtube,a,2024-03-03,0,,,\n");

    assertThat(views.of(youtube("a"), 1)).isEmpty();
    assertThat(views.of(youtube("a"), 2).orElseThrow().views()).isZero();
    assertThat(views.of(youtube("nobody"), 0)).isEmpty();
    assertThat(views.of(new VideoKey(Platform.TIKTOK, "a"), 0)).isEmpty();
  }

  @Test
  void anEmptyFieldIsUnknown() throws Exception {
    var views = read(HEADER + "youtube,a,2024-03-01,,,4,\n");

    assertThat(views.of(youtube("a"), 0)).contains(new Counts(null, null, 4L, null, null));
  }

  @Test
  void columnsMayStandInAnyOrderAmongOthers() throws Exception {
    var views =
        read(
            "\uFEFFtitle,views,observed_on,video_id,platform\r\n"
                + "\"A \"\"quoted\"\",\nlong 😅 title\",12345,2024-03-01,aB-_,TikTok\r\n");

    assertThat(views.of(new VideoKey(Platform.TIKTOK, "aB-_"), 0))
        .contains(new Counts(12_345L, null, null, null, null));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "youtube,a,2024-03-01,1,2,3 | line 3: 6 fields, but the header has 7",
        "vimeo,a,2024-03-01,1,2,3,4 | line 3: platform must be",
        "youtube,,2024-03-01,1,2,3,4 | line 3: video_id is empty",
        "youtube,a,01.03.2024,1,2,3,4 | line 3: observed_on must be a day",
        "youtube,a,2024-02-30,1,2,3,4 | line 3: observed_on must be a day",
        "youtube,a,,1,2,3,4 | line 3: observed_on is empty",
        "youtube,a,2024-03-01,-1,2,3,4 | line 3: views must be empty or an integer",
        "youtube,a,2024-03-01,1.5,2,3,4 | line 3: views must be empty or an integer",
        "youtube,a,2024-03-01,1,2,3,99999999999999999999 | line 3: shares must be empty",
        "youtube,a,2024-03-01,1,2,3,\"4 | line 3"
      })
  void aMalformedRowIsNamedByItsLine(String row, String sentence) {
    assertThatThrownBy(() -> read(HEADER + "youtube,a,2024-03-01,1,2,3,4\n" + row + "\n"))
        .isInstanceOf(BadViewsFile.class)
        .hasMessageContaining(sentence)
        .hasMessageContaining("views.csv");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "platform,video_id,views | line 1: the header has no column observed_on",
        "platform,video_id,observed_on,views,views | line 1: the column views is there twice",
        "platform,video_id,observed_on,views | line 1: no row follows the header"
      })
  void aBadHeaderIsNamed(String header, String sentence) {
    assertThatThrownBy(() -> read(header + "\n")).hasMessageContaining(sentence);
  }

  @Test
  void aFileThatIsNotThereIsNamed() {
    assertThatThrownBy(() -> ViewsFile.read(directory.resolve("none.csv")))
        .isInstanceOf(BadViewsFile.class)
        .hasMessageContaining("none.csv");
    assertThatThrownBy(() -> read("")).hasMessageContaining("line 1: the header row is missing");
  }

  @Test
  void otherEncodingsAreNamedByTheirLine() throws Exception {
    Path file = directory.resolve("latin.csv");
    Files.write(
        file,
        (HEADER + "youtube,a,2024-03-01,1,2,3,4\nyoutube,\u00e9,2024-03-01,1,2,3,4\n")
            .getBytes(StandardCharsets.ISO_8859_1));

    assertThatThrownBy(() -> ViewsFile.read(file)).hasMessageContaining("not UTF-8 in line 3");
  }

  @Test
  void fiftyThousandRowsAreNothing() throws Exception {
    var rows = new StringBuilder(HEADER);
    for (int row = 0; row < 50_000; row++) {
      rows.append("youtube,video")
          .append(row % 5_000)
          .append(",2024-03-0")
          .append(row / 5_000 % 9 + 1);
      rows.append(',').append(row).append(",1,1,1\n");
    }

    assertThat(read(rows.toString()).lastTick()).hasValue(8);
  }

  private RecordedViews read(String text) throws IOException, BadViewsFile {
    return ViewsFile.read(Files.writeString(directory.resolve("views.csv"), text));
  }

  private static VideoKey youtube(String id) {
    return new VideoKey(Platform.YOUTUBE, id);
  }
}
