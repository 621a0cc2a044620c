package io.clipmeter.tracking.creator;

import static org.assertj.core.api.Assertions.assertThat;

import io.clipmeter.events.CreatorUnverified;
import io.clipmeter.events.CreatorVerified;
import io.clipmeter.events.Platform;
import io.clipmeter.events.Topic;
import io.clipmeter.testing.TestTokens;
import io.clipmeter.tracking.Service.Answer;
import io.clipmeter.tracking.Stage;
import io.clipmeter.tracking.source.profile.FakeProfileSource;
import io.clipmeter.tracking.source.profile.Profile;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.springframework.beans.factory.annotation.Autowired;

/** Two clippers and one account of TikTok. */
abstract class ClaimStage extends Stage {

  static final String ACCOUNTS = "/api/clippers/accounts";

  @Autowired FakeProfileSource profiles;

  final String handle = "maker_" + UUID.randomUUID().toString().substring(0, 8);
  final String accountId = "id-" + handle;
  final String cleo = "cleo-" + handle;
  final String carl = "carl-" + handle;

  @AfterEach
  void calm() {
    profiles.outage(false);
  }

  Answer claim(String clipper, String name) {
    return send(
        "POST", ACCOUNTS, clipper, "{\"platform\": \"TIKTOK\", \"handle\": \"" + name + "\"}");
  }

  Answer verify(String clipper, Answer claimed) {
    return send("POST", ACCOUNTS + "/" + id(claimed) + "/verify", clipper, null);
  }

  Answer delete(String clipper, Answer claimed) {
    return send("DELETE", ACCOUNTS + "/" + id(claimed), clipper, null);
  }

  Answer send(String method, String path, String clipper, @Nullable String body) {
    return service.send(method, path, TestTokens.clipper(clipper), body);
  }

  List<String> list(String clipper) {
    return send("GET", ACCOUNTS + "?pageSize=100", clipper, null)
        .json()
        .get("items")
        .valueStream()
        .map(item -> item.get("status").asString())
        .toList();
  }

  String status(String clipper) {
    return list(clipper).getFirst();
  }

  void show(String name, String bio) {
    profiles.show(Platform.TIKTOK, new Profile(accountId, name, null, null, bio, null, null, null));
  }

  void show(String bio) {
    show(handle, bio);
  }

  List<CreatorVerified> verifications(String clipper) {
    return wire.events(Topic.CREATORS, key(clipper), CreatorVerified.class);
  }

  List<CreatorUnverified> losses(String clipper) {
    return wire.events(Topic.CREATORS, key(clipper), CreatorUnverified.class);
  }

  String key(String clipper) {
    return clipper + ":TIKTOK:" + handle;
  }

  static String id(Answer claimed) {
    return claimed.json().get("id").asString();
  }

  static String code(Answer claimed) {
    return claimed.json().get("code").asString();
  }

  static void assertProblem(Answer answer, int status, String problem) {
    assertThat(answer.status()).as(answer.text()).isEqualTo(status);
    assertThat(answer.problem()).isEqualTo(problem);
  }
}
