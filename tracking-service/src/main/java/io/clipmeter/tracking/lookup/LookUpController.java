package io.clipmeter.tracking.lookup;

import io.clipmeter.chassis.web.Page;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Lets admins try URLs: whether they are understood, and what their providers say. */
@RestController
class LookUpController {
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
  @GetMapping("/api/view-tracking/update")
  LookedUp testUrl(@RequestParam String testUrl) {
    return lookUps.all(List.of(testUrl)).getFirst();
  }
}
