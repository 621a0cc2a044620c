package io.clipmeter.tracking.post;

import static org.assertj.core.api.Assertions.assertThat;

import io.clipmeter.tracking.Service;
import io.clipmeter.tracking.Service.Answer;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

class PostsIT extends PostStage {
  @Test
  void aPostIsKeptShownChangedAndForgotten() {
    Answer added = service.post(POSTS, post(upload(",\"caption\":\"A caption\"")));
    String path = POSTS + "/" + id(added);

    assertThat(service.get(path).json()).isEqualTo(added.json());
    assertThat(added.json().at("/uploads/0/status").asString()).isEqualTo("SCHEDULED");
    JsonNode failed =
        put(path + "/platforms/TIKTOK", "{\"status\":\"FAILED\",\"failedReason\":\"too long\"}")
            .json();
    assertThat(failed.at("/uploads/0/failedReason").asString()).isEqualTo("too long");
    JsonNode posted =
        put(path + "/platforms/TIKTOK", "{\"status\":\"POSTED\",\"postId\":\"p-1\"}").json();
    assertThat(posted.at("/uploads/0/failedReason").isNull()).isTrue();
    assertThat(posted.at("/uploads/0/caption").asString()).isEqualTo("A caption");
    assertThat(put(path + "/platforms/YOUTUBE", "{\"status\":\"POSTED\"}").problem())
        .isEqualTo("scheduled-post-not-found");
    assertThat(delete("/api/admin/social-accounts/" + account).problem())
        .isEqualTo("social-account-in-use");
    assertThat(delete(path).status()).isEqualTo(204);
    assertThat(service.get(path).problem()).isEqualTo("scheduled-post-not-found");
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      value = {
        "campaignId, null, 400",
        "campaignId, \"" + "0199c7f0-1a2b-7c3d-8e4f-5a6b7c8d9e0f\", 422",
        "title, \"\", 400",
        "title, \"a\\u0000b\", 400",
        "uploads, [], 400",
        "uploads, null, 400",
        "uploads, [null], 400",
        "extra, 1, 400"
      })
  void whatIsNoPostIsRefused(String field, String value, int status) {
    var body = Service.parse(post(upload("")));
    body.set(field, Service.value(value));

    assertThat(service.post(POSTS, body.toString()).status()).isEqualTo(status);
    assertThat(service.get(POSTS).json().path("items").size()).isZero();
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      value = {
        "`,\"url\":\"http://a.example\"`",
        "`,\"url\":\"javascript:1\"`",
        "`,\"postId\":\"a b\"`",
        "`,\"scheduledAt\":\"1970-01-01T00:00:00Z\"`",
        "`,\"scheduledAt\":1751900293000`",
        "`,\"status\":\"FAILED\"`",
        "`,\"status\":\"DONE\"`"
      })
  void whatIsNoUploadIsRefused(String fields) {
    assertThat(service.post(POSTS, post(upload(fields))).status()).isEqualTo(400);
  }

  @Test
  void anAccountOfAnotherPlatformOrNobodyAndAPlatformTwiceAreRefused() {
    String nobody = upload("").replace(account, UUID.randomUUID().toString());
    String youtube = upload("").replace("TIKTOK", "YOUTUBE");

    assertThat(service.post(POSTS, post(nobody)).problem()).isEqualTo("social-account-unknown");
    assertThat(service.post(POSTS, post(youtube)).problem()).isEqualTo("social-account-unknown");
    assertThat(service.post(POSTS, post(upload(""), upload(""))).problem())
        .isEqualTo("invalid-request");
  }
}
