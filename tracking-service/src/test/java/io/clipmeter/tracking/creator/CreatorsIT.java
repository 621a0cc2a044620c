package io.clipmeter.tracking.creator;

import static io.clipmeter.tracking.Service.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import io.clipmeter.events.CreatorVerified;
import io.clipmeter.events.Platform;
import io.clipmeter.tracking.Given;
import io.clipmeter.tracking.Service.Answer;
import java.time.Duration;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CreatorsIT extends ClaimStage {

  @Test
  void whoShowsTheCodeInTheProfileOwnsTheAccountAndOthersHearOfIt() {
    Answer claimed = claim(cleo, "@" + handle.toUpperCase(Locale.ROOT));
    assertThat(claimed.status()).isEqualTo(200);
    assertThat(claimed.json().propertyNames())
        .containsExactlyInAnyOrder(
            "id",
            "platform",
            "handle",
            "status",
            "code",
            "codeExpiresAt",
            "accountId",
            "verifiedAt",
            "verifiedUntil",
            "createdAt");
    assertThat(claimed.json().get("handle").asString()).isEqualTo(handle);
    assertThat(claimed.json().get("status").asString()).isEqualTo("PENDING");
    assertThat(code(claimed)).matches("[A-HJKMNP-Z2-9]{8}");
    assertThat(claimed.json().get("codeExpiresAt").asString())
        .isEqualTo(Given.NOW.plus(Duration.ofHours(24)).toString());
    show("my clips " + code(claimed));
    Answer verified = verify(cleo, claimed);
    assertThat(verified.status()).isEqualTo(200);
    assertThat(verified.json().get("status").asString()).isEqualTo("VERIFIED");
    assertThat(verified.json().get("accountId").asString()).isEqualTo(accountId);
    assertThat(verified.json().get("code").isNull()).isTrue();
    eventually(
        () ->
            assertThat(verifications(cleo))
                .containsExactly(
                    new CreatorVerified(cleo, Platform.TIKTOK, handle, accountId, Given.NOW)));
    assertThat(verify(cleo, claimed).text()).isEqualTo(verified.text());
    assertThat(claim(cleo, handle).text()).isEqualTo(verified.text());
    assertThat(profiles.asked().stream().filter(handle::equals)).hasSize(1);
  }

  @Test
  void withoutTheCodeNothingIsProven() {
    Answer claimed = claim(cleo, handle);
    show("my clips");
    assertProblem(verify(cleo, claimed), 422, "code-not-found");
    show("my clips " + code(claim(carl, handle)));
    assertProblem(verify(cleo, claimed), 422, "code-not-found");
    profiles.remove(Platform.TIKTOK, handle);
    assertProblem(verify(cleo, claimed), 422, "profile-not-found");
    assertThat(status(cleo)).isEqualTo("PENDING");
    assertThat(verifications(cleo)).isEmpty();
  }

  @Test
  void aCodeExpiresAndTheNextOneIsAnother() {
    Answer claimed = claim(cleo, handle);
    show(code(claimed));
    clock.set(Given.NOW.plus(Duration.ofHours(24)).minusMillis(1));
    assertThat(code(claim(cleo, handle))).isEqualTo(code(claimed));
    clock.set(Given.NOW.plus(Duration.ofHours(24)));
    assertProblem(verify(cleo, claimed), 409, "code-expired");
    assertThat(profiles.asked()).doesNotContain(handle);
    Answer again = claim(cleo, handle);
    assertThat(code(again)).isNotEqualTo(code(claimed));
    assertProblem(verify(cleo, again), 422, "code-not-found");
    show(code(again));
    assertThat(verify(cleo, again).status()).isEqualTo(200);
  }

  @Test
  void attemptsAreLimitedAndStayCountedWhateverTheClipperDoes() {
    Answer claimed = claim(cleo, handle);
    profiles.remove(Platform.TIKTOK, handle);
    for (int i = 0; i < 10; i++) {
      assertProblem(verify(cleo, claimed), 422, "profile-not-found");
    }
    show(code(claimed));
    assertProblem(verify(cleo, claimed), 429, "too-many-attempts");
    assertThat(delete(cleo, claimed).status()).isEqualTo(204);
    assertThat(code(claim(cleo, handle))).isEqualTo(code(claimed));
    assertProblem(verify(cleo, claimed), 429, "too-many-attempts");
  }

  @Test
  void anAttemptThatThePlatformDidNotAnswerDoesNotCount() {
    Answer claimed = claim(cleo, handle);
    profiles.outage(true);
    for (int i = 0; i < 12; i++) {
      assertProblem(verify(cleo, claimed), 503, "profile-unreadable");
    }
    profiles.outage(false);
    show(code(claimed));
    assertThat(verify(cleo, claimed).status()).isEqualTo(200);
  }

  @Test
  void whatAttemptsWithoutAnAnswerCostHasALimitToo() {
    Answer claimed = claim(cleo, handle);
    profiles.outage(true);
    for (int i = 0; i < 30; i++) {
      assertProblem(verify(cleo, claimed), 503, "profile-unreadable");
    }
    assertProblem(verify(cleo, claimed), 429, "too-many-attempts");
    assertThat(profiles.asked().stream().filter(handle::equals)).hasSize(30);
  }

  @Test
  void codesForManyAccountsAtATimeAreRefused() {
    for (int i = 0; i < 10; i++) {
      assertThat(claim(cleo, handle + i).status()).isEqualTo(200);
    }
    assertProblem(claim(cleo, handle), 429, "too-many-codes");
    assertThat(claim(cleo, handle + 0).status()).isEqualTo(200);
    assertThat(claim(carl, handle).status()).isEqualTo(200);
    clock.set(Given.NOW.plus(Duration.ofHours(24)));
    assertThat(claim(cleo, handle).status()).isEqualTo(200);
    assertThat(list(cleo)).hasSize(11);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "'{}' | invalid-request",
        "'{\"platform\": \"TIKTOK\"}' | invalid-request",
        "'{\"platform\": null, \"handle\": \"a\"}' | invalid-request",
        "'{\"platform\": \"TIKTOK\", \"handle\": \"\"}' | invalid-request",
        "'{\"platform\": \"TIKTOK\", \"handle\": \"@\"}' | invalid-request",
        "'{\"platform\": \"TIKTOK\", \"handle\": \"a b\"}' | invalid-request",
        "'{\"platform\": \"TIKTOK\", \"handle\": \"a/../b\"}' | invalid-request",
        "'{\"platform\": \"TIKTOK\", \"handle\": \"a\\u0000\"}' | invalid-request",
        "'{\"platform\": \"TIKTOK\", \"handle\": \"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\"}' |"
            + " invalid-request",
        "'{\"platform\": \"YOUTUBE\", \"handle\": \"ÄÖ\"}' | invalid-request",
        "'{\"platform\": \"VINE\", \"handle\": \"a\"}' | unreadable-body",
        "'{\"platform\": \"TIKTOK\", \"handle\": 7}' | unreadable-body",
        "'{\"platform\": \"TIKTOK\", \"handle\": \"a\", \"status\": \"VERIFIED\"}' |"
            + " unreadable-body",
        "'[' | unreadable-body",
      })
  void anAccountThatIsWrittenWrongIsRefused(String body, String problem) {
    assertProblem(send("POST", ACCOUNTS, cleo, body), 400, problem);
    assertThat(list(cleo)).isEmpty();
  }

  @Test
  void onlyClippersHaveAccounts() {
    assertProblem(service.get(ACCOUNTS), 403, "forbidden");
    assertProblem(service.send("GET", ACCOUNTS, null, null), 401, "unauthenticated");
    assertProblem(send("POST", ACCOUNTS + "/not-an-id/verify", cleo, null), 400, "invalid-request");
  }
}
