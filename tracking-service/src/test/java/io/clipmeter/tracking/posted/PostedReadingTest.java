package io.clipmeter.tracking.posted;

import static org.assertj.core.api.Assertions.assertThat;

import io.clipmeter.events.Platform;
import io.clipmeter.tracking.post.ScheduledPost.Status;
import io.clipmeter.tracking.post.ScheduledPost.Upload;
import io.clipmeter.tracking.posted.PostedReading.Worth;
import io.clipmeter.tracking.source.ayrshare.AyrshareAnswer;
import io.clipmeter.tracking.source.ayrshare.AyrshareStub;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

class PostedReadingTest {
  private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
  private static final String ID = "7524354452762037512";
  private static final String URL = "https://www.tiktok.com/@someone/video/" + ID;

  @ParameterizedTest(name = "{0}, {1}: {2}")
  @CsvSource(
      nullValues = "null",
      value = {
        "'\"2025-07-07T14:58:13Z\"', 2025-07-06T00:00:00Z, 2025-07-07T14:58:13Z",
        "1751900293,                 2025-07-06T00:00:00Z, 2025-07-07T14:58:13Z",
        "1751900293000,              2025-07-06T00:00:00Z, 2025-07-06T00:00:00Z",
        "1751900,                    2025-07-06T00:00:00Z, 2025-07-06T00:00:00Z",
        "'\"yesterday\"',            2025-07-06T00:00:00Z, 2025-07-06T00:00:00Z",
        "null,                       2025-07-06T00:00:00Z, 2025-07-06T00:00:00Z",
        "null,                       null,                 2026-03-01T12:00:00Z"
      })
  void itWasPostedWhenThePlatformSaysElseWhenItWasScheduledElseNow(
      @Nullable String created, @Nullable Instant scheduled, Instant posted) {
    String analytics =
        "{\"videoViews\":5" + (created == null ? "" : ",\"created\":" + created) + "}";

    PostedReading reading =
        numbers(upload(Platform.TIKTOK, null, scheduled), answer(ID, URL, analytics));

    assertThat(reading.seen().facts().postedAt()).isEqualTo(posted);
  }

  @Test
  void itsAddressIsWhatIsSaidElseThatOfThePostElseMadeOfTheAccount() {
    String other = "https://www.tiktok.com/@other/video/" + ID;
    Upload known = upload(Platform.TIKTOK, other, null);
    Upload unknown = upload(Platform.TIKTOK, null, null);

    assertThat(url(known, answer(ID, URL, "{\"videoViews\":5}"))).isEqualTo(URL);
    assertThat(url(known, answer(ID, "", "{\"videoViews\":5}"))).isEqualTo(other);
    assertThat(url(unknown, answer(ID, "", "{\"videoViews\":5}")))
        .isEqualTo("https://www.tiktok.com/@handle/video/" + ID);
  }

  @Test
  void aPendingIdIsTheOneThatTheWebhookSaid() {
    assertThat(
            numbers(
                    upload(Platform.TIKTOK, null, null),
                    answer("pending", "", "{\"videoViews\":5}"))
                .seen()
                .video()
                .key()
                .id())
        .isEqualTo("7600000000000000001");
  }

  @Test
  void aVideoOfInstagramIsKnownByTheCodeOfItsAddress() {
    String analytics = "{\"viewsCount\":25}";
    Upload upload = upload(Platform.INSTAGRAM, null, null);
    AyrshareAnswer named =
        answer(
            "instagram",
            "17912345678901234",
            "https://www.instagram.com/reel/CxYz_-12345/",
            analytics);
    AyrshareAnswer unnamed = answer("instagram", "17912345678901234", "", analytics);

    assertThat(numbers(upload, named).seen().video().key().id()).isEqualTo("CxYz_-12345");
    assertThat(of(upload, unnamed)).isInstanceOf(Worth.Nothing.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{\"videoViews\":null}",
        "{\"videoViews\":\"5\"}",
        "{\"videoViews\":1000000000001}",
        "{\"videoViews\":-1}",
        "{\"videoViews\":-7}"
      })
  void noNumberIsNothingToWriteAndNotZero(String analytics) {
    assertThat(of(upload(Platform.TIKTOK, null, null), answer(ID, URL, analytics)))
        .isInstanceOf(Worth.Nothing.class);
  }

  @ParameterizedTest
  @CsvSource({"2026-02-27T11:59:59Z, true", "2026-02-27T12:00:00Z, false"})
  void aZeroOfTheFirstTwoDaysIsNothingToWrite(Instant scheduled, boolean number) {
    Worth worth =
        of(upload(Platform.TIKTOK, null, scheduled), answer(ID, URL, "{\"videoViews\":0}"));

    assertThat(worth instanceof Worth.Numbers).isEqualTo(number);
  }

  private static String url(Upload upload, AyrshareAnswer answer) {
    return numbers(upload, answer).seen().video().url();
  }

  private static PostedReading numbers(Upload upload, AyrshareAnswer answer) {
    return ((Worth.Numbers) of(upload, answer)).reading();
  }

  private static Worth of(Upload upload, AyrshareAnswer answer) {
    return PostedReading.of(UUID.randomUUID(), upload, "handle", answer, NOW);
  }

  private static Upload upload(
      Platform platform, @Nullable String url, @Nullable Instant scheduled) {
    return new Upload(
        platform,
        UUID.randomUUID(),
        "p-1",
        null,
        "A caption",
        url,
        scheduled,
        Status.POSTED,
        null,
        platform == Platform.TIKTOK ? "7600000000000000001" : null);
  }

  private static AyrshareAnswer answer(String id, String url, String analytics) {
    return answer("tiktok", id, url, analytics);
  }

  private static AyrshareAnswer answer(String network, String id, String url, String analytics) {
    return new AyrshareAnswer(
        new JsonMapper().readTree(AyrshareStub.success(network, id, url, analytics)),
        Platform.valueOf(network.toUpperCase(java.util.Locale.ROOT)));
  }
}
