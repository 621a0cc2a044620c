package io.clipmeter.tracking.lookup;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.clipmeter.chassis.problem.ProblemType;
import io.clipmeter.chassis.web.Page;
import io.clipmeter.events.Platform;
import io.clipmeter.links.Canonical;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The views of TikTok videos, under the paths and names that front ends of old use. */
@RestController
@RequestMapping("/api/tiktok")
class TikTokController {
  private static final ProblemType UNKNOWN_VIDEO =
      new ProblemType("video-not-found", 404, "There is no such video");
  private static final ProblemType UNREADABLE =
      new ProblemType("views-unknown", 503, "Nobody could say how many views the video has");

  private final LookUps lookUps;

  TikTokController(LookUps lookUps) {
    this.lookUps = lookUps;
  }

  /**
   * A video of TikTok.
   *
   * @param creator {@code @} and the name of the account; null where the provider did not say
   */
  record TikTokVideo(
      String id,
      long views,
      @Nullable String creator,
      @Nullable String title,
      @JsonProperty("created_at") @Nullable Instant createdAt,
      @Nullable Long likes,
      @Nullable Long comments,
      @Nullable Long shares,
      @Nullable Long saves,
      @JsonProperty("measured_at") @Nullable Instant measuredAt) {}

  /**
   * @param videoUrls one to a hundred
   */
  record Batch(
      @JsonProperty("video_urls") @NotNull @Size(min = 1, max = 100)
          List<@NotNull String> videoUrls) {}

  @Operation(
      operationId = "showTikTokVideo",
      summary = "The views of a TikTok video",
      description = "Up to five minutes old. Nothing is changed.")
  @ApiResponse(responseCode = "200", description = "The video")
  @ApiResponse(responseCode = "404", description = "video-not-found")
  @ApiResponse(responseCode = "503", description = "views-unknown: try again later")
  @GetMapping("/video/{id}")
  TikTokVideo video(@PathVariable String id) {
    LookedUp found = lookUps.all(List.of(url(id))).getFirst();
    Long views = found.views();
    if (views == null) {
      throw switch (found.status()) {
        case REFUSED -> UNKNOWN_VIDEO.because("An id of a TikTok video has 19 digits.");
        case GONE -> UNKNOWN_VIDEO.because("TikTok says that there is no such video.");
        case IMPLAUSIBLE -> UNREADABLE.because("What the provider says cannot be true.");
        case OK, UNKNOWN -> UNREADABLE.because("No provider answered. Try again in a minute.");
      };
    }
    return new TikTokVideo(
        String.valueOf(found.videoId()),
        views,
        found.creator(),
        found.title(),
        found.createdAt(),
        found.likes(),
        found.comments(),
        found.shares(),
        found.saves(),
        found.measuredAt());
  }

  /** Only what is an id makes a URL of one video: nothing else can be smuggled in. */
  private static String url(String id) {
    return id.matches("[0-9]{1,20}") ? Canonical.address(Platform.TIKTOK, null, id) : "";
  }

  @Operation(
      operationId = "batchTikTokViews",
      summary = "The views of up to a hundred TikTok videos",
      description = "Up to five minutes old. One answer for each URL; a bad one spoils no other.")
  @ApiResponse(responseCode = "200", description = "One answer for each URL, in their order")
  @ApiResponse(responseCode = "400", description = "invalid-request")
  @PostMapping("/batch-views")
  Page<LookedUp> batch(@Valid @RequestBody Batch batch) {
    return new Page<>(lookUps.of(Platform.TIKTOK, batch.videoUrls()), null);
  }
}
