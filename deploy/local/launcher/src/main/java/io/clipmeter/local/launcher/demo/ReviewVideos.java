package io.clipmeter.local.launcher.demo;

import static io.clipmeter.local.launcher.client.Person.ADMIN;

import io.clipmeter.local.launcher.client.Answer;
import io.clipmeter.local.launcher.client.Dialogue;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** The baselines come in, then the admin approves. */
final class ReviewVideos {
  private static final String PATH = "/api/admin/submissions/";

  private final Dialogue dialogue;

  ReviewVideos(Dialogue dialogue) {
    this.dialogue = dialogue;
  }

  /**
   * The clips with the views that they had when they were submitted.
   *
   * @param within how long the tracking service may take for each
   */
  List<Clip> awaitBaselines(List<Clip> clips, Duration within) {
    dialogue.step("The tracking service captures the baseline of each video");
    List<Clip> known = clips.stream().map(clip -> awaitBaseline(clip, within)).toList();
    known.forEach(clip -> dialogue.remark(clip.label() + ": " + clip.initialViews() + " views"));
    return known;
  }

  private Clip awaitBaseline(Clip clip, Duration within) {
    return dialogue.await(
        "baseline of " + clip.label(),
        within,
        () -> {
          JsonNode views = dialogue.look(ADMIN, PATH + clip.id()).body().path("initialViews");
          return views.isNumber()
              ? Optional.of(clip.withInitialViews(views.asLong()))
              : Optional.empty();
        });
  }

  void approve(List<Clip> clips) {
    dialogue.step("The admin approves");
    for (Clip clip : clips) {
      Answer answer = dialogue.post(ADMIN, PATH + clip.id() + "/approve", null);
      if (!answer.ok() && !answer.repeated()) {
        Dialogue.require(answer, 200);
      }
    }
  }
}
