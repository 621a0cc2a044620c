package io.clipmeter.tracking.manual;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.clipmeter.events.SubmissionReceived;
import io.clipmeter.tracking.Given;
import io.clipmeter.tracking.Service.Answer;
import io.clipmeter.tracking.Stage;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ManualFormIT extends Stage {

  @ParameterizedTest
  @ValueSource(strings = {"{}", "{'reason':'    '}", "{'reason':'a \\ud83d b'}"})
  void nothingIsRejectedWithoutAReason(String body) {
    Answer answer =
        service.post(
            "/api/admin/tracking/manual-readings/" + UUID.randomUUID() + "/reject",
            body.replace('\'', '"'));

    assertThat(answer.status()).isEqualTo(400);
  }

  @Test
  void aHugeNoteIsRefusedAtOnce() {
    String note = "a".repeat(400_000) + "\\u0001";
    String path = "/api/admin/tracking/clips/" + UUID.randomUUID() + "/manual-readings";

    assertTimeoutPreemptively(
        Duration.ofSeconds(20),
        () ->
            assertThat(service.post(path, "{\"views\":1,\"evidence\":\"" + note + "\"}").status())
                .isEqualTo(400));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{'views':-1,'evidence':'a note'}",
        "{'views':1000000000001,'evidence':'a note'}",
        "{'views':1}",
        "{'views':1,'evidence':'no'}",
        "{'views':1,'evidence':'     '}",
        "{'views':'1','evidence':'a note'}",
        "{'views':1.5,'evidence':'a note'}",
        "{'views':1,'evidence':'a \\ud83d note'}",
        "{'views':1,'evidence':'a \\u0085 note'}",
        "{'views':1,'likes':-1,'evidence':'a note'}",
        "{'views':1,'measuredAt':'yesterday','evidence':'a note'}"
      })
  void badFormsAreRefused(String body) {
    SubmissionReceived clip = tracked(Given.campaign(), 1).getFirst();

    Answer answer =
        service.post(
            "/api/admin/tracking/clips/" + clip.submissionId() + "/manual-readings",
            body.replace('\'', '"'));

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.type()).startsWith("application/problem+json");
  }
}
