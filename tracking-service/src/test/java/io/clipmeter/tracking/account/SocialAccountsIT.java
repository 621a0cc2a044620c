package io.clipmeter.tracking.account;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.clipmeter.events.Platform;
import io.clipmeter.events.SubmissionReceived;
import io.clipmeter.testing.TestTokens;
import io.clipmeter.tracking.Given;
import io.clipmeter.tracking.Service;
import io.clipmeter.tracking.Service.Answer;
import io.clipmeter.tracking.Stage;
import io.clipmeter.tracking.source.VideoKey;
import io.clipmeter.tracking.source.ayrshare.AyrshareStub.Canned;
import io.clipmeter.tracking.source.connected.ConnectedAccount;
import io.clipmeter.tracking.source.connected.ConnectedAccounts;
import io.clipmeter.tracking.source.connected.ConnectedAccounts.Opener;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

class SocialAccountsIT extends Stage {
  private static final String ACCOUNTS = "/api/admin/social-accounts";
  private static final String PROFILES = "/api/admin/ayrshare-profiles";
  private static final String TOKEN = "act.secret-token-of-someone";

  @Autowired ConnectedAccounts connected;

  @BeforeEach
  void noAccounts() {
    empty("social_account, ayrshare_profile CASCADE");
  }

  @Test
  void anAccountIsStoredSealedAndShownWithoutItsToken() {
    Answer added = service.post(ACCOUNTS, account("TIKTOK", "someone", "id-1", TOKEN));
    String id = added.json().path("id").asString();

    assertThat(added.status()).isEqualTo(201);
    assertThat(added.json().path("hasToken").asBoolean()).isTrue();
    assertThat(service.get(ACCOUNTS + "/" + id).json()).isEqualTo(added.json());
    assertThat(List.of(added.text(), service.get(ACCOUNTS).text(), rows()))
        .noneMatch(text -> text.contains("secret-token"));
    assertThat(audited("social-account-connect")).contains(id).doesNotContain("secret-token");
  }

  @Test
  void anAccountOfThePlatformIsConnectedOnce() {
    service.post(ACCOUNTS, account("TIKTOK", "someone", "id-1", TOKEN));

    assertThat(service.post(ACCOUNTS, account("TIKTOK", "other", "id-1", TOKEN)).problem())
        .isEqualTo("social-account-exists");
    assertThat(service.post(ACCOUNTS, account("YOUTUBE", "someone", "id-1", TOKEN)).status())
        .isEqualTo(201);
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      value = {
        "platform, \"VIMEO\"",
        "platform, null",
        "handle, \"\"",
        "handle, \"a b\"",
        "handle, \"a\\u0000b\"",
        "handle, null",
        "platformAccountId, \"a b\"",
        "platformAccountId, 12",
        "clipperId, \"\"",
        "accessToken, \"\"",
        "accessToken, \"a\\r\\nX-Header: b\"",
        "tokenExpiresAt, \"soon\"",
        "tokenExpiresAt, \"+99999-01-01T00:00:00Z\"",
        "ayrshareProfileId, \"1\"",
        "extra, 1"
      })
  void whatIsNotAnAccountIsRefusedAndNothingIsDone(String field, String value) {
    var body = Service.parse(account("TIKTOK", "someone", "id-1", TOKEN));
    body.set(field, Service.value(value));

    Answer answer = service.post(ACCOUNTS, body.toString());

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.problem()).isIn("invalid-request", "unreadable-body");
    assertThat(answer.text()).doesNotContain("secret-token");
    assertThat(service.get(ACCOUNTS).json().path("items").size()).isZero();
  }

  @Test
  void anExpiryWithoutATokenIsRefused() {
    String body =
        """
        {"platform":"TIKTOK","handle":"a","platformAccountId":"b","clipperId":"c",
         "tokenExpiresAt":"2027-01-01T00:00:00Z"}
        """;

    assertThat(service.post(ACCOUNTS, body).problem()).isEqualTo("invalid-request");
  }

  @Test
  void theListIsFilteredAndPaged() {
    for (int i = 0; i < 3; i++) {
      service.post(ACCOUNTS, account("TIKTOK", "t" + i, "id-" + i, null));
      clock.advance(Duration.ofMillis(1));
    }
    service.post(ACCOUNTS, account("YOUTUBE", "y", "id-y", null));

    var first = service.get(ACCOUNTS + "?platform=TIKTOK&pageSize=2").json();
    var second =
        service
            .get(
                ACCOUNTS
                    + "?platform=TIKTOK&pageSize=2&pageToken="
                    + first.path("nextPageToken").asString())
            .json();

    assertThat(first.at("/items/0/handle").asString()).isEqualTo("t2");
    assertThat(second.path("items").size()).isEqualTo(1);
    assertThat(second.at("/items/0/handle").asString()).isEqualTo("t0");
    assertThat(service.get(ACCOUNTS + "?clipperId=nobody").json().path("items").size()).isZero();
    assertThat(service.get(ACCOUNTS + "?platform=VIMEO").problem()).isEqualTo("invalid-request");
  }

  @Test
  void aTokenIsReplacedAndAnAccountForgotten() {
    String id = id(service.post(ACCOUNTS, account("TIKTOK", "someone", "id-1", null)));
    String body = "{\"accessToken\":\"act.newer\",\"expiresAt\":\"2027-01-01T00:00:00Z\"}";

    Answer replaced = put(ACCOUNTS + "/" + id + "/token", body);

    assertThat(replaced.json().path("hasToken").asBoolean()).isTrue();
    assertThat(replaced.json().path("tokenExpiresAt").asString()).isEqualTo("2027-01-01T00:00:00Z");
    assertThat(put(ACCOUNTS + "/" + UUID.randomUUID() + "/token", body).problem())
        .isEqualTo("social-account-not-found");
    assertThat(delete(ACCOUNTS + "/" + id).status()).isEqualTo(204);
    assertThat(delete(ACCOUNTS + "/" + id).problem()).isEqualTo("social-account-not-found");
    assertThat(service.get(ACCOUNTS + "/" + id).problem()).isEqualTo("social-account-not-found");
    assertThat(audited("social-account-delete")).contains(id);
  }

  @ParameterizedTest
  @ValueSource(strings = {ACCOUNTS, PROFILES})
  void onlyAdminsSeeAny(String path) {
    assertThat(service.send("GET", path, TestTokens.clipper("clipper-1"), null).status())
        .isEqualTo(403);
    assertThat(service.send("GET", path, null, null).status()).isEqualTo(401);
  }

  @Test
  void aProfileIsRegisteredByItsKeyOrMadeAtAyrshare() {
    Answer known =
        service.post(
            PROFILES, "{\"title\":\"Creator 1\",\"refId\":\"r-1\",\"profileKey\":\"KEY-SECRET\"}");
    assertThat(AYRSHARE.seen()).isEmpty();
    Answer made = service.post(PROFILES, "{\"title\":\"Creator 2\"}");

    assertThat(known.status()).isEqualTo(201);
    assertThat(made.status()).isEqualTo(201);
    assertThat(made.json().path("refId").asString()).isEqualTo("ref-of-Creator-2");
    assertThat(AYRSHARE.seen()).hasSize(1);
    assertThat(AYRSHARE.seen().getFirst().authorization()).isEqualTo("Bearer ayrshare-key");
    assertThat(service.post(PROFILES, "{\"title\":\"Creator 2\"}").problem())
        .isEqualTo("ayrshare-profile-exists");
    assertThat(AYRSHARE.seen()).hasSize(1);
    assertThat(List.of(known.text(), made.text(), service.get(PROFILES).text(), rows()))
        .noneMatch(text -> text.contains("SECRET") || text.contains("AAAAAAAA"));
    assertThat(service.get(PROFILES + "?title=Creator%201").json().path("items").size())
        .isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource({
    "400, 146, ayrshare-refused, 422",
    "401, 0, ayrshare-unavailable, 503",
    "503, 0, ayrshare-unavailable, 503"
  })
  void aProfileThatAyrshareDoesNotMakeIsNotStored(
      int status, int code, String problem, int answered) {
    AYRSHARE.always(new Canned(status, "{\"status\":\"error\",\"code\":" + code + "}"));

    Answer answer = service.post(PROFILES, "{\"title\":\"Creator 3\"}");

    assertThat(answer.status()).isEqualTo(answered);
    assertThat(answer.problem()).isEqualTo(problem);
    assertThat(service.get(PROFILES).json().path("items").size()).isZero();
  }

  @Test
  void aProfileStaysWhileAnAccountIsLinkedByIt() {
    String profile = id(service.post(PROFILES, "{\"title\":\"One\",\"profileKey\":\"KEY\"}"));
    var body = Service.parse(account("TIKTOK", "someone", "id-1", null));
    body.put("ayrshareProfileId", profile);
    String account = id(service.post(ACCOUNTS, body.toString()));

    assertThat(delete(PROFILES + "/" + profile).problem()).isEqualTo("ayrshare-profile-in-use");
    delete(ACCOUNTS + "/" + account);
    assertThat(delete(PROFILES + "/" + profile).status()).isEqualTo(204);
    assertThat(service.post(ACCOUNTS, body.toString()).problem())
        .isEqualTo("ayrshare-profile-unknown");
  }

  @Test
  void aVideoIsReadThroughTheAccountOfItsClipper() {
    SubmissionReceived one = tracked(Given.campaign(), 1).getFirst();
    VideoKey key = key(one);
    String profile = id(service.post(PROFILES, "{\"title\":\"One\",\"profileKey\":\"KEY\"}"));
    service.post(ACCOUNTS, account("TIKTOK", "elsewhere", "id-0", "old"));
    var body = Service.parse(account("TIKTOK", "SomeOne", "id-1", TOKEN));
    body.put("ayrshareProfileId", profile);
    body.put("tokenExpiresAt", Given.NOW.plusSeconds(60).toString());
    service.post(ACCOUNTS, body.toString());
    VideoKey foreign = new VideoKey(Platform.TIKTOK, "1");

    ConnectedAccount found = of(key, Opener.TOKEN);
    assertThat(connected.of(List.of(key, foreign), Opener.TOKEN)).containsOnlyKeys(key);
    clock.advance(Duration.ofMinutes(2));
    ConnectedAccount later = of(key, Opener.PROFILE);

    assertThat(found.handle()).isEqualTo("SomeOne");
    assertThat(found.accessToken()).isEqualTo(TOKEN);
    assertThat(requireNonNull(found.profile()).key()).isEqualTo("KEY");
    assertThat(found.toString()).doesNotContain(TOKEN).doesNotContain("KEY");
    assertThat(later.accessToken()).isNull();
    assertThat(requireNonNull(later.profile()).key()).isEqualTo("KEY");
  }

  @Test
  void aSecretMovedToAnotherAccountDoesNotOpenAndStopsNobody() {
    SubmissionReceived one = tracked(Given.campaign(), 1).getFirst();
    service.post(ACCOUNTS, account("TIKTOK", "someone", "id-1", TOKEN));
    jdbc.sql(
            """
            UPDATE social_account SET token_nonce = token_nonce || '\\x00'::bytea,
                   token_ciphertext = overlay(token_ciphertext placing '\\x00'::bytea from 1)
            """)
        .update();

    assertThat(of(key(one), Opener.TOKEN).accessToken()).isNull();
  }

  private ConnectedAccount of(VideoKey key, Opener opener) {
    return requireNonNull(connected.of(List.of(key), opener).get(key));
  }

  private Answer put(String path, String body) {
    return service.send("PUT", path, TestTokens.admin("admin-1"), body);
  }

  private Answer delete(String path) {
    return service.send("DELETE", path, TestTokens.admin("admin-1"), null);
  }

  private static String id(Answer answer) {
    assertThat(answer.status()).isEqualTo(201);
    return answer.json().path("id").asString();
  }

  private String rows() {
    return jdbc.sql(
                "SELECT string_agg(encode(token_ciphertext, 'escape'), ' ') FROM social_account")
            .query(String.class)
            .optional()
            .orElse("")
        + jdbc.sql("SELECT string_agg(encode(key_ciphertext, 'escape'), ' ') FROM ayrshare_profile")
            .query(String.class)
            .optional()
            .orElse("");
  }

  private String audited(String action) {
    return String.join(
        " ",
        jdbc.sql("SELECT details::text FROM audit_entry WHERE action = :action")
            .param("action", action)
            .query(String.class)
            .list());
  }

  private static String account(String platform, String handle, String id, @Nullable String token) {
    return """
    {"platform":"%s","handle":"%s","platformAccountId":"%s","clipperId":"clipper-1"%s}
    """
        .formatted(platform, handle, id, token == null ? "" : ",\"accessToken\":\"" + token + "\"");
  }
}
