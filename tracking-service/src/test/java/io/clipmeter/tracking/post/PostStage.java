package io.clipmeter.tracking.post;

import static org.assertj.core.api.Assertions.assertThat;

import io.clipmeter.events.CampaignChanged;
import io.clipmeter.testing.TestTokens;
import io.clipmeter.tracking.Given;
import io.clipmeter.tracking.Service.Answer;
import io.clipmeter.tracking.Stage;
import io.clipmeter.tracking.source.ayrshare.AyrshareStub;
import org.junit.jupiter.api.BeforeEach;

/** A campaign, an account with a profile, and posts. */
public abstract class PostStage extends Stage {
  protected static final String POSTS = "/api/admin/scheduled-posts";
  protected static final String VIDEOS = "/api/admin/posted-videos";
  protected static final String ID = "7524354452762037512";
  protected static final String URL = "https://www.tiktok.com/@someone/video/" + ID;

  protected final CampaignChanged campaign = Given.campaign();
  protected String account = "";

  @BeforeEach
  void connect() {
    empty(
        "social_account, ayrshare_profile, scheduled_post, scheduled_upload,"
            + " posted_video, ayrshare_hook CASCADE");
    wire.send(campaign);
    awaitKnown(campaign);
    String profile =
        id(
            service.post(
                "/api/admin/ayrshare-profiles", "{\"title\":\"One\",\"profileKey\":\"KEY-1\"}"));
    account = account("TIKTOK", "id-1", "\"" + profile + "\"");
  }

  protected String account(String platform, String platformId, String profile) {
    return id(
        service.post(
            "/api/admin/social-accounts",
            """
            {"platform":"%s","handle":"someone","platformAccountId":"%s","clipperId":"brand-1",
             "ayrshareProfileId":%s}
            """
                .formatted(platform, platformId, profile)));
  }

  /** One upload of TikTok, as JSON. */
  protected String upload(String fields) {
    return "{\"platform\":\"TIKTOK\",\"socialAccountId\":\"" + account + "\"" + fields + "}";
  }

  protected String post(String... uploads) {
    return """
    {"campaignId":"%s","title":"Spring","uploads":[%s]}
    """
        .formatted(campaign.campaignId(), String.join(",", uploads));
  }

  /** A post that is out, by Ayrshare's id of it. */
  protected String posted(String postId) {
    return id(
        service.post(POSTS, post(upload(",\"status\":\"POSTED\",\"postId\":\"" + postId + "\""))));
  }

  protected static void show(String postId, String id, long views) {
    AYRSHARE.answer(
        postId,
        "tiktok",
        AyrshareStub.success(
            "tiktok",
            id,
            "https://www.tiktok.com/@someone/video/" + id,
            "{\"videoViews\":" + views + ",\"likeCount\":3,\"created\":\"2025-07-07T14:58:13Z\"}"));
  }

  protected Answer put(String path, String body) {
    return service.send("PUT", path, TestTokens.admin("admin-1"), body);
  }

  protected Answer delete(String path) {
    return service.send("DELETE", path, TestTokens.admin("admin-1"), null);
  }

  protected static String id(Answer answer) {
    assertThat(answer.status()).as(answer.text()).isEqualTo(201);
    return answer.json().path("id").asString();
  }
}
