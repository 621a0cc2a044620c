package io.clipmeter.tracking.trigger;

import io.clipmeter.chassis.security.CronSecret;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.security.SecurityRequirements;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/**
 * Starts due rounds for a cron service. The schedule does so by itself; this is for those who want
 * the clock outside. That GET changes something is a concession to services that only know GET.
 */
@RestController
class CronController {
  private final CronSecret secret;
  private final UpdateDesk desk;
  private final RoundStarter starter;

  CronController(CronSecret secret, UpdateDesk desk, RoundStarter starter) {
    this.secret = secret;
    this.desk = desk;
    this.starter = starter;
  }

  @Operation(
      operationId = "cronViewTrackingByGet",
      summary = "Start the rounds that are due; for cron services that only know GET")
  @ApiResponse(responseCode = "200", description = "The rounds that were started or are open")
  @ApiResponse(responseCode = "401", description = "unauthenticated")
  @SecurityRequirements
  @GetMapping("/api/cron/view-tracking")
  UpdateAnswer byGet(
      @Parameter(hidden = true) @RequestHeader(name = HttpHeaders.AUTHORIZATION, required = false)
          @Nullable String authorization) {
    return start(authorization);
  }

  @Operation(operationId = "cronViewTracking", summary = "Start the rounds that are due")
  @ApiResponse(responseCode = "200", description = "The rounds that were started or are open")
  @ApiResponse(responseCode = "401", description = "unauthenticated")
  @SecurityRequirements
  @PostMapping("/api/cron/view-tracking")
  UpdateAnswer byPost(
      @Parameter(hidden = true) @RequestHeader(name = HttpHeaders.AUTHORIZATION, required = false)
          @Nullable String authorization) {
    return start(authorization);
  }

  private UpdateAnswer start(@Nullable String authorization) {
    secret.check(authorization);
    starter.resume();
    return UpdateAnswer.of(desk.beginDue());
  }
}
