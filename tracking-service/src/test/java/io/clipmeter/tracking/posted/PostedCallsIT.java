package io.clipmeter.tracking.posted;

import static org.assertj.core.api.Assertions.assertThat;

import io.clipmeter.tracking.post.PostStage;
import io.clipmeter.tracking.source.ayrshare.AyrshareStub;
import io.clipmeter.tracking.source.ayrshare.AyrshareStub.Canned;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** How many calls posts cost. */
class PostedCallsIT extends PostStage {
  @Autowired PostRunner runner;

  @Test
  void atMostFiveAreAskedForAtATimeAndAllOfThemAre() {
    for (int i = 0; i < 120; i++) {
      String id = "75243544527620" + (40_000 + i);
      posted("m-" + i);
      show("m-" + i, id, i + 1);
    }
    int before = AYRSHARE.seen().size();

    runner.run();

    assertThat(AYRSHARE.seen()).hasSize(before + 120);
    assertThat(AYRSHARE.mostAtOnce()).isLessThanOrEqualTo(5);
    assertThat(jdbc.sql("SELECT count(*) FROM posted_video").query(Long.class).single())
        .isEqualTo(120);
  }

  @Test
  void aPostOnSeveralNetworksIsOneCallAndOneThatIsRefusedStopsNoOther() {
    String profile =
        service
            .get("/api/admin/social-accounts")
            .json()
            .at("/items/0/ayrshareProfileId")
            .asString();
    String tube = account("YOUTUBE", "UC-1", "\"" + profile + "\"");
    String out = ",\"status\":\"POSTED\",\"postId\":\"p-1\"";
    String second = upload(out).replace(account, tube).replace("\"TIKTOK\"", "\"YOUTUBE\"");
    id(service.post(POSTS, post(upload(out), second)));
    show("p-1", ID, 10);
    String video = "aBcDeFgHij0";
    AYRSHARE.answer(
        "p-1",
        "youtube",
        AyrshareStub.success(
            "youtube", video, "https://www.youtube.com/watch?v=" + video, "{\"views\":20}"));
    int before = AYRSHARE.seen().size();

    runner.run();

    assertThat(AYRSHARE.seen()).hasSize(before + 1);
    assertThat(videos().values())
        .extracting(each -> each.path("views").asLong())
        .containsExactlyInAnyOrder(10L, 20L);
    AYRSHARE.next(new Canned(400, "{\"status\":\"error\",\"code\":156}"));
    show("p-1", ID, 11);
    runner.run();
    assertThat(AYRSHARE.seen()).hasSize(before + 4);
    assertThat(videos().values())
        .extracting(each -> each.path("views").asLong())
        .containsExactlyInAnyOrder(11L, 20L);
  }

  private JsonNode videos() {
    return service.get(VIDEOS + "?campaignId=" + campaign.campaignId()).json().path("items");
  }
}
