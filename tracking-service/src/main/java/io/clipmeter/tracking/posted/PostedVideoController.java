package io.clipmeter.tracking.posted;

import io.clipmeter.chassis.security.Caller;
import io.clipmeter.chassis.web.Page;
import io.clipmeter.chassis.web.PageQuery;
import io.clipmeter.tracking.account.Refusals;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.time.Clock;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Videos that were posted for campaigns, for admins. */
@RestController
@RequestMapping("/api/admin/posted-videos")
class PostedVideoController {
  private final PostedVideos videos;
  private final PostedDesk desk;
  private final PostAccounts accounts;
  private final PostTurn turn;
  private final Clock clock;

  PostedVideoController(
      PostedVideos videos, PostedDesk desk, PostAccounts accounts, PostTurn turn, Clock clock) {
    this.videos = videos;
    this.desk = desk;
    this.accounts = accounts;
    this.turn = turn;
    this.clock = clock;
  }

  @Operation(operationId = "listPostedVideos", summary = "Posted videos, newest first")
  @GetMapping
  Page<PostedVideo> list(
      @RequestParam(required = false) @Nullable UUID campaignId, PageQuery page) {
    return Page.of(videos.page(campaignId, page), page, PostedVideo::id);
  }

  @Operation(
      operationId = "refreshPostedVideos",
      summary = "Read all posts that are out now, not only at the next turn")
  @ApiResponse(
      responseCode = "202",
      description = "All are due; they are read after the answer, or after a turn that goes on")
  @ApiResponse(responseCode = "409", description = "ayrshare-not-configured")
  @ResponseStatus(HttpStatus.ACCEPTED)
  @PostMapping("/refresh")
  void refresh(Caller caller) {
    if (accounts.client().isEmpty()) {
      throw Refusals.NOT_CONFIGURED.because("The service was started without AYRSHARE_API_KEY.");
    }
    desk.refresh(caller.subject(), clock.instant());
    turn.comeNow();
  }
}
