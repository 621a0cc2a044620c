package io.clipmeter.tracking.account;

import static org.assertj.core.api.Assertions.assertThat;

import io.clipmeter.events.SubmissionReceived;
import io.clipmeter.tracking.Given;
import io.clipmeter.tracking.Stage;
import io.clipmeter.tracking.source.VideoKey;
import io.clipmeter.tracking.source.connected.ConnectedAccount;
import io.clipmeter.tracking.source.connected.ConnectedAccounts;
import io.clipmeter.tracking.source.connected.ConnectedAccounts.Opener;
import io.clipmeter.tracking.source.instagram.MediaIds;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

class AccountsOfVideosIT extends Stage {
  private static final String OWNER = "clipper-1";
  private static final String OTHER = "clipper-2";

  @Autowired ConnectedAccounts connected;
  @Autowired MediaIds mediaIds;

  @BeforeEach
  void noAccounts() {
    empty("social_account, ayrshare_profile, instagram_media CASCADE");
  }

  @ParameterizedTest
  @CsvSource({"DROPPED", "GONE"})
  void whoeverSubmittedItInVainDoesNotDecideWhoseVideoItIs(String status) {
    UUID others = account("other", OTHER, "");
    UUID owners = account("owner", OWNER, "");
    VideoKey video = submittedByBoth();
    assertThat(of(video)).hasValue(others);

    jdbc.sql("UPDATE clip SET status = :status WHERE clipper_id = :clipper")
        .param("status", status)
        .param("clipper", OTHER)
        .update();

    assertThat(of(video)).hasValue(owners);
  }

  @Test
  void theAccountThatListedAMediumComesBeforeAnyOther() {
    account("older", OWNER, "");
    UUID owners = account("owner", OWNER, "");
    account("other", OTHER, "");
    VideoKey video = submittedByBoth();

    mediaIds.add(owners, Map.of(video.id(), "17900"), clock.instant());
    assertThat(of(video)).hasValue(owners);
  }

  @Test
  void aMediumIsOfTheAccountThatListedItLast() {
    List<String> codes = List.of("A1", "A2");
    UUID first = new UUID(0, 1);
    UUID second = new UUID(0, 2);
    mediaIds.add(first, Map.of("A1", "1", "A2", "2"), clock.instant());
    mediaIds.add(second, Map.of("A2", "2"), clock.instant());
    jdbc.sql("UPDATE instagram_media SET account_id = NULL WHERE shortcode = 'A1'").update();

    assertThat(mediaIds.of(codes))
        .containsEntry("A1", new MediaIds.Medium("1", null))
        .containsEntry("A2", new MediaIds.Medium("2", second));
    mediaIds.add(first, Map.of("A1", "1"), clock.instant());
    assertThat(mediaIds.of(codes)).containsEntry("A1", new MediaIds.Medium("1", first));
  }

  @Test
  void anAccountThatCannotBeOpenedHidesNoOther() {
    account("without", OWNER, null);
    account("expired", OWNER, Given.NOW.plusSeconds(60).toString());
    UUID usable = account("usable", OWNER, "");
    VideoKey video = submittedByBoth();
    clock.advance(Duration.ofSeconds(60));

    assertThat(of(video)).hasValue(usable);
    assertThat(connected.of(List.of(video), Opener.PROFILE)).isEmpty();
  }

  private Optional<UUID> of(VideoKey video) {
    return Optional.ofNullable(connected.of(List.of(video), Opener.TOKEN).get(video))
        .map(ConnectedAccount::id);
  }

  /** A video that two clippers submitted to a campaign each. */
  private VideoKey submittedByBoth() {
    SubmissionReceived one = tracked(Given.campaign(), 1, Given::instagram).getFirst();
    tracked(
        Given.campaign(),
        1,
        campaign ->
            new SubmissionReceived(
                UUID.randomUUID(),
                campaign,
                OTHER,
                one.platform(),
                one.videoId(),
                one.canonicalUrl(),
                Given.NOW));
    return key(one);
  }

  /**
   * @param expires when its token does, empty for never; null for no token
   */
  private UUID account(String handle, String clipper, @Nullable String expires) {
    String token = expires == null ? "" : ",\"accessToken\":\"a-token\"";
    String until =
        expires == null || expires.isEmpty() ? "" : ",\"tokenExpiresAt\":\"" + expires + "\"";
    clock.advance(Duration.ofMillis(1));
    String body =
        """
        {"platform":"INSTAGRAM","handle":"%s","platformAccountId":"id-%s","clipperId":"%s"%s%s}
        """
            .formatted(handle, handle, clipper, token, until);
    return UUID.fromString(
        service.post("/api/admin/social-accounts", body).json().path("id").asString());
  }
}
