package io.clipmeter.analytics.video;

import io.clipmeter.chassis.problem.ProblemType;
import io.clipmeter.chassis.web.Page;
import io.clipmeter.events.Platform;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.validation.Valid;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Videos, for admins and analysts. */
@RestController
class VideoController {
  private static final ProblemType NOT_FOUND =
      new ProblemType("video-not-found", 404, "There is no such video");

  private final VideoLists videos;

  VideoController(VideoLists videos) {
    this.videos = videos;
  }

  @Operation(operationId = "listVideos", summary = "Videos that were met, clips or not")
  @ApiResponse(responseCode = "200")
  @ApiResponse(responseCode = "400", description = "invalid-page")
  @GetMapping("/api/videos")
  Page<FoundVideo> list(
      @Valid @ParameterObject VideoFilter filter, @Valid @ParameterObject SortedPage page) {
    return videos.page(filter, page);
  }

  @Operation(
      operationId = "getVideo",
      summary = "One video, by platform and video id, such as TIKTOK:7524354452762037512")
  @ApiResponse(responseCode = "200")
  @ApiResponse(responseCode = "404", description = "video-not-found")
  @GetMapping("/api/videos/{id}")
  FoundVideo get(@PathVariable String id) {
    int colon = id.indexOf(':');
    Optional<Platform> platform = colon < 0 ? Optional.empty() : platform(id.substring(0, colon));
    return platform
        .flatMap(known -> videos.find(known, id.substring(colon + 1)))
        .orElseThrow(() -> NOT_FOUND.because("No video of this id has been met."));
  }

  @Operation(
      operationId = "listCampaignVideos",
      summary = "A campaign's videos: its clips', and those posted for it without a submission")
  @ApiResponse(responseCode = "200", description = "Empty where nothing is known of the campaign")
  @ApiResponse(responseCode = "400", description = "invalid-page")
  @GetMapping("/api/analytics/campaigns/{id}/videos")
  Page<CampaignVideo> ofCampaign(@PathVariable UUID id, @Valid @ParameterObject SortedPage page) {
    return videos.ofCampaign(id, page);
  }

  private static Optional<Platform> platform(String name) {
    return Arrays.stream(Platform.values()).filter(each -> each.name().equals(name)).findFirst();
  }
}
