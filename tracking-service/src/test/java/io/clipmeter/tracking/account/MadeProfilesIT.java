package io.clipmeter.tracking.account;

import static org.assertj.core.api.Assertions.assertThat;

import io.clipmeter.testing.TestTokens;
import io.clipmeter.tracking.Service.Answer;
import io.clipmeter.tracking.Stage;
import io.clipmeter.tracking.source.ayrshare.AyrshareStub.Canned;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Ayrshare shows the key of a profile once: what was made there must not be lost here. */
class MadeProfilesIT extends Stage {
  private static final String PROFILES = "/api/admin/ayrshare-profiles";
  private static final String MAKE = "{\"title\":\"Creator 9\"}";

  @BeforeEach
  void noAccounts() {
    empty("social_account, ayrshare_profile CASCADE");
  }

  @ParameterizedTest
  @ValueSource(ints = {500, 200})
  void aProfileWhoseAnswerIsLostStandsWithoutAKeyUntilItIsForgotten(int status) {
    AYRSHARE.always(new Canned(status, "{\"status\":\"error\"}"));
    Answer lost = service.post(PROFILES, MAKE);
    int calls = AYRSHARE.seen().size();

    assertThat(lost.problem()).isEqualTo("ayrshare-unavailable");
    assertThat(lost.json().path("detail").asString()).contains("may exist at Ayrshare");
    assertThat(profiles())
        .extracting(profile -> profile.path("keyStored").asBoolean())
        .containsExactly(false);
    assertThat(service.post(PROFILES, MAKE).problem()).isEqualTo("ayrshare-profile-exists");
    assertThat(AYRSHARE.seen()).hasSize(calls);
    String id = lost.json().path("profileId").asString();
    assertThat(linked(id).problem()).isEqualTo("ayrshare-profile-unknown");

    AYRSHARE.reset();
    assertThat(forget(id).status()).isEqualTo(204);
    assertThat(service.post(PROFILES, MAKE).json().path("keyStored").asBoolean()).isTrue();
  }

  @Test
  void ofManyWhoMakeAProfileAtOnceOneIsAsked() throws Exception {
    List<Callable<Answer>> calls = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      calls.add(() -> service.post(PROFILES, MAKE));
    }
    List<Integer> statuses = new ArrayList<>();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (Future<Answer> call : threads.invokeAll(calls)) {
        statuses.add(call.get().status());
      }
    }

    assertThat(statuses).containsOnlyOnce(201).containsOnly(201, 409);
    assertThat(AYRSHARE.seen()).hasSize(1);
  }

  @Test
  void aReferenceThatIsKnownDoesNotCostTheKey() {
    service.post(
        PROFILES, "{\"title\":\"One\",\"refId\":\"ref-of-Creator-9\",\"profileKey\":\"KEY\"}");

    Answer made = service.post(PROFILES, MAKE);

    assertThat(made.status()).isEqualTo(201);
    assertThat(made.json().path("keyStored").asBoolean()).isTrue();
    assertThat(made.json().path("refId").isNull()).isTrue();
    assertThat(linked(made.json().path("id").asString()).status()).isEqualTo(201);
  }

  private List<JsonNode> profiles() {
    return List.copyOf(service.get(PROFILES).json().path("items").values());
  }

  private Answer linked(String profile) {
    return service.post(
        "/api/admin/social-accounts",
        """
        {"platform":"TIKTOK","handle":"someone","platformAccountId":"id-1","clipperId":"clipper-1",
         "ayrshareProfileId":"%s"}
        """
            .formatted(profile));
  }

  private Answer forget(String profile) {
    return service.send("DELETE", PROFILES + "/" + profile, TestTokens.admin("admin-1"), null);
  }
}
