package io.clipmeter.tracking.clip;

import static io.clipmeter.tracking.Service.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import io.clipmeter.events.SubmissionReceived;
import io.clipmeter.testing.TestTokens;
import io.clipmeter.tracking.Given;
import io.clipmeter.tracking.Stage;
import io.clipmeter.tracking.source.Counts;
import io.clipmeter.tracking.source.Reading;
import io.clipmeter.tracking.source.VideoFacts;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class ShownClipIT extends Stage {
  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void whatItsProviderSaysOfAdvertisingIsShown(boolean sponsored) {
    JsonNode clip = baselined(sponsored);

    assertThat(clip.path("sponsored").isBoolean()).isTrue();
    assertThat(clip.path("sponsored").asBoolean()).isEqualTo(sponsored);
    assertThat(clip.path("status").asString()).isEqualTo("BASELINED");
    assertThat(clip.path("baselineViews").asLong()).isEqualTo(70);
    assertThat(clip.path("platform").asString()).isEqualTo("TIKTOK");
  }

  @Test
  void whereNobodySaysItIsNotShownAsFalse() {
    assertThat(baselined(null).path("sponsored").isBoolean()).isFalse();
  }

  @Test
  void whoIsNoAdminOrAsksForNoneIsToldSo() {
    String path = "/api/view-tracking/clips/" + UUID.randomUUID();

    assertThat(service.get(path).problem()).isEqualTo("clip-not-found");
    assertThat(service.send("GET", path, TestTokens.clipper("clipper-1"), null).status())
        .isEqualTo(403);
  }

  private JsonNode baselined(@Nullable Boolean sponsored) {
    SubmissionReceived submission = Given.tiktok(UUID.randomUUID());
    VideoFacts facts =
        new VideoFacts(null, null, null, List.of(), List.of(), null, null, null, sponsored);
    platforms.tell(key(submission), new Reading.Ok(Counts.ofViews(70), facts));
    wire.send(submission);
    String path = "/api/view-tracking/clips/" + submission.submissionId();
    eventually(() -> assertThat(service.get(path).text()).contains("BASELINED"));
    return service.get(path).json();
  }
}
