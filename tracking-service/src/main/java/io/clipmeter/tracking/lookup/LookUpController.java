package io.clipmeter.tracking.lookup;

import io.clipmeter.chassis.problem.ProblemType;
import io.clipmeter.chassis.web.Page;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Duration;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Lets admins try URLs: whether they are understood, and what their providers say. */
@RestController
class LookUpController {
  private static final ProblemType DEAD_LINK =
      new ProblemType("short-link-unresolvable", 422, "The short link leads to no video");
  private static final ProblemType SILENT_PLATFORM =
      new ProblemType("platform-not-answering", 503, "The platform does not answer");
  private static final Duration PAUSE = Duration.ofSeconds(30);

  private final LookUps lookUps;

  LookUpController(LookUps lookUps) {
    this.lookUps = lookUps;
  }

  /**
   * @param urls one to three
   */
  record Trial(@NotNull @Size(min = 1, max = 3) List<@NotNull String> urls) {}

  @Operation(
      operationId = "testViewTracking",
      summary = "Read up to three URLs now, and nothing else",
      description = "Answers are up to five minutes old. No submission is made, no money moves.")
  @ApiResponse(responseCode = "200", description = "One answer for each URL, in their order")
  @ApiResponse(responseCode = "400", description = "invalid-request")
  @PostMapping("/api/test/view-tracking")
  Page<LookedUp> test(@Valid @RequestBody Trial trial) {
    return new Page<>(lookUps.all(trial.urls()), null);
  }

  @Operation(
      operationId = "testUrl",
      summary = "Read one URL now, and nothing else",
      description = "The answer is up to five minutes old. Nothing is changed.")
  @ApiResponse(
      responseCode = "200",
      description = "What its provider says, or why there is nothing")
  @ApiResponse(responseCode = "422", description = "short-link-unresolvable")
  @ApiResponse(responseCode = "503", description = "platform-not-answering")
  @GetMapping("/api/view-tracking/update")
  LookedUp testUrl(@RequestParam String testUrl) {
    LookedUp found = lookUps.all(List.of(testUrl)).getFirst();
    String reason = String.valueOf(found.reason());
    if (reason.equals(DEAD_LINK.slug())) {
      throw DEAD_LINK.because("Open the link, and give the full URL that the browser shows then.");
    }
    if (reason.equals(SILENT_PLATFORM.slug())) {
      throw SILENT_PLATFORM
          .because("Where the short link leads is not known yet. Try again later.")
          .retryAfter(PAUSE);
    }
    return found;
  }
}
