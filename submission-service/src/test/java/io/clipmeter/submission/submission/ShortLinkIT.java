package io.clipmeter.submission.submission;

import static org.assertj.core.api.Assertions.assertThat;

import io.clipmeter.events.Platform;
import io.clipmeter.links.VideoUrl.NotAVideo;
import io.clipmeter.links.VideoUrl.Profile;
import io.clipmeter.links.VideoUrl.Video;
import io.clipmeter.links.shortlink.Resolution;
import io.clipmeter.links.shortlink.Resolution.Obstacle;
import io.clipmeter.links.shortlink.Resolution.Refusal;
import io.clipmeter.links.shortlink.Resolution.Refused;
import io.clipmeter.links.shortlink.Resolution.Resolved;
import io.clipmeter.links.shortlink.Resolution.Unreachable;
import io.clipmeter.submission.Answer;
import io.clipmeter.submission.FakeLinks;
import io.clipmeter.submission.Service;
import io.clipmeter.submission.ServiceTest;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@ServiceTest
class ShortLinkIT {
  @Autowired Service service;
  @Autowired FakeLinks links;
  @Autowired JdbcClient sql;
  @Autowired MeterRegistry meters;

  @Test
  void aShortLinkIsReceivedAsTheVideoThatItLeadsTo() {
    links.lead("ZMreceived", video("7400000000000000101"));
    UUID campaign = service.activeCampaign();
    Answer received = service.submit("cleo", campaign, "vm.tiktok.com/ZMreceived").is(201);
    assertThat(received.text("videoId")).isEqualTo("7400000000000000101");
    assertThat(received.text("url")).isEqualTo("vm.tiktok.com/ZMreceived");
    assertThat(received.text("canonicalUrl"))
        .isEqualTo("https://www.tiktok.com/@a/video/7400000000000000101");
    assertThat(resolved("resolved")).isPositive();
  }

  @Test
  void aShortLinkToAVideoThatWasSubmittedIsADuplicate() {
    links.lead("ZMfirst11", video("7400000000000000102"));
    links.lead("ZMsecond1", video("7400000000000000102"));
    UUID campaign = service.activeCampaign();
    service.submit("cleo", campaign, "https://vm.tiktok.com/ZMfirst11/").is(201);
    service
        .submit("carl", campaign, "https://www.tiktok.com/t/ZMsecond1/")
        .isProblem(409, "duplicate-video");
    service
        .submit("carl", campaign, "https://www.tiktok.com/@b/video/7400000000000000102")
        .isProblem(409, "duplicate-video");
  }

  @ParameterizedTest
  @MethodSource("deadEnds")
  void aShortLinkThatLeadsToNoVideoIsRefused(Resolution where, String leadsTo) {
    links.lead("ZMdead111", where);
    UUID campaign = service.activeCampaign();
    Answer refused =
        service
            .submit("cleo", campaign, "https://vm.tiktok.com/ZMdead111")
            .isProblem(422, "short-link-unresolvable");
    assertThat(refused.text("leadsTo")).isEqualTo(leadsTo);
    assertThat(refused.text("platform")).isEqualTo("TIKTOK");
    assertThat(submissions(campaign)).isZero();
  }

  @Test
  void whileThePlatformIsSilentNothingIsDoneAndTheClipperMayComeBack() {
    links.lead("BAsilent1", new Unreachable(Obstacle.TIMEOUT));
    UUID campaign = service.activeCampaign();
    String link = "https://www.instagram.com/share/reel/BAsilent1";
    Answer refused =
        service.submit("cleo", campaign, link).isProblem(503, "platform-not-answering");
    assertThat(refused.headers().firstValue("retry-after")).contains("30");
    assertThat(submissions(campaign)).isZero();
    links.lead(
        "BAsilent1",
        new Resolved(
            new Video(
                Platform.INSTAGRAM, "CAsilent111", "https://www.instagram.com/reel/CAsilent111/")));
    service.submit("cleo", campaign, link).is(201);
  }

  @Test
  void whatTheCampaignWouldNotTakeIsNotEvenAskedFor() {
    links.lead("ZMunasked", video("7400000000000000103"));
    UUID campaign = service.activeCampaign();
    service.admin().post("/api/admin/campaigns/" + campaign + "/pause", "").is(200);
    service
        .submit("cleo", campaign, "https://vm.tiktok.com/ZMunasked")
        .isProblem(409, "campaign-not-active");
    service
        .submit("cleo", UUID.randomUUID(), "https://vm.tiktok.com/ZMunasked")
        .isProblem(404, "campaign-not-found");
    assertThat(links.asked()).doesNotContain("ZMunasked");
  }

  static Stream<Arguments> deadEnds() {
    return Stream.of(
        Arguments.of(new Resolved(new Profile(Platform.TIKTOK, "a")), "PROFILE"),
        Arguments.of(new Resolved(new NotAVideo(Platform.TIKTOK)), "NOT_A_VIDEO"),
        Arguments.of(new Refused(Refusal.NOT_FOUND), "NOT_FOUND"),
        Arguments.of(new Refused(Refusal.FOREIGN_HOST), "FOREIGN_HOST"));
  }

  private static Resolution video(String id) {
    String url = "https://www.tiktok.com/@a/video/" + id;
    return new Resolved(new Video(Platform.TIKTOK, id, url));
  }

  private long resolved(String result) {
    return meters
        .get("clipmeter.submission.short.links")
        .tag("platform", "TIKTOK")
        .tag("result", result)
        .timer()
        .count();
  }

  private long submissions(UUID campaign) {
    return sql.sql("SELECT count(*) FROM submission WHERE campaign_id = :campaign")
        .param("campaign", campaign)
        .query(Long.class)
        .single();
  }
}
