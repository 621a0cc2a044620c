package io.clipmeter.tracking.manual;

import io.clipmeter.chassis.problem.ProblemType;
import io.clipmeter.chassis.security.Caller;
import io.clipmeter.chassis.web.Page;
import io.clipmeter.chassis.web.PageQuery;
import io.clipmeter.chassis.web.PlainText;
import io.clipmeter.tracking.manual.ManualDesk.Outcome;
import io.clipmeter.tracking.manual.ManualReading.State;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Lets admins enter what they see where no provider can say it. */
@RestController
@RequestMapping("/api/admin/tracking")
class ManualController {
  private static final ProblemType NO_CLIP =
      new ProblemType("clip-not-found", 404, "There is no such clip");
  private static final ProblemType NO_ENTRY =
      new ProblemType("manual-reading-not-found", 404, "There is no such entry");
  private static final ProblemType DECIDED =
      new ProblemType("manual-reading-decided", 409, "The entry is decided");
  private static final ProblemType CAMPAIGN_OVER =
      new ProblemType("campaign-over", 409, "The campaign is over");
  private static final ProblemType OWN =
      new ProblemType("second-admin-required", 409, "Another admin must confirm the entry");
  private static final ProblemType WRONG =
      new ProblemType("implausible-measurement", 422, "It cannot have been measured then");

  private final ManualDesk desk;
  private final DecisionDesk decisions;
  private final ManualReadings readings;

  ManualController(ManualDesk desk, DecisionDesk decisions, ManualReadings readings) {
    this.desk = desk;
    this.decisions = decisions;
    this.readings = readings;
  }

  /**
   * @param reason 3 to 500 characters
   */
  record Rejection(
      @NotNull @Size(min = 3, max = 500) @Pattern(regexp = PlainText.SEEN + "*") String reason) {}

  @Operation(
      operationId = "enterManualReading",
      summary = "Enter what a clip's platform shows, with evidence",
      description =
          "Read in the clip's next round where no provider answers. A baseline, and much growth,"
              + " needs a second admin.")
  @ApiResponse(responseCode = "201", description = "The entry; PENDING until it is confirmed")
  @ApiResponse(responseCode = "404", description = "clip-not-found")
  @ApiResponse(responseCode = "409", description = "campaign-over")
  @ApiResponse(responseCode = "422", description = "implausible-measurement")
  @PostMapping("/clips/{clipId}/manual-readings")
  @ResponseStatus(HttpStatus.CREATED)
  ManualReading enter(
      Caller caller, @PathVariable UUID clipId, @Valid @RequestBody ManualForm form) {
    return done(desk.enter(caller.subject(), clipId, form), NO_CLIP);
  }

  @Operation(operationId = "listManualReadings", summary = "Entries of admins, newest first")
  @GetMapping("/manual-readings")
  Page<ManualReading> list(
      @RequestParam(required = false) @Nullable State state,
      @RequestParam(required = false) @Nullable UUID clipId,
      PageQuery page) {
    return readings.list(Optional.ofNullable(state), Optional.ofNullable(clipId), page);
  }

  @Operation(operationId = "confirmManualReading", summary = "Confirm another admin's entry")
  @ApiResponse(responseCode = "200", description = "The entry, confirmed")
  @ApiResponse(responseCode = "404", description = "manual-reading-not-found")
  @ApiResponse(
      responseCode = "409",
      description = "manual-reading-decided, second-admin-required, campaign-over")
  @ApiResponse(
      responseCode = "422",
      description = "implausible-measurement: no round would read it any more")
  @PostMapping("/manual-readings/{id}/confirm")
  ManualReading confirm(Caller caller, @PathVariable UUID id) {
    return done(decisions.confirm(caller.subject(), id), NO_ENTRY);
  }

  @Operation(operationId = "rejectManualReading", summary = "Reject an entry, or take one back")
  @ApiResponse(responseCode = "200", description = "The entry, rejected")
  @ApiResponse(responseCode = "404", description = "manual-reading-not-found")
  @ApiResponse(responseCode = "409", description = "manual-reading-decided")
  @PostMapping("/manual-readings/{id}/reject")
  ManualReading reject(
      Caller caller, @PathVariable UUID id, @Valid @RequestBody Rejection rejection) {
    return done(decisions.reject(caller.subject(), id, rejection.reason()), NO_ENTRY);
  }

  private static ManualReading done(Outcome outcome, ProblemType notFound) {
    return switch (outcome) {
      case Outcome.Done(ManualReading reading) -> reading;
      case Outcome.NotFound none -> throw notFound.because("Nothing here has this id.");
      case Outcome.CampaignOver over ->
          throw CAMPAIGN_OVER.because("No round reads the campaign's clips any more.");
      case Outcome.OwnEntry own -> throw OWN.because("Who entered a count cannot confirm it.");
      case Outcome.Decided(State state) ->
          throw DECIDED.because("The entry is " + state + ".").with("state", state);
      case Outcome.Wrong(ManualPolicy.Fault fault) -> throw wrong(fault);
    };
  }

  private static RuntimeException wrong(ManualPolicy.Fault fault) {
    return WRONG
        .because(
            switch (fault) {
              case IN_THE_FUTURE -> "measuredAt is in the future.";
              case TOO_OLD -> "measuredAt is so long ago that no round would read it.";
              case READ_SINCE -> "The clip was read at measuredAt or after it.";
              case NOT_READ_ANY_MORE -> "No round reads the clip any more.";
            })
        .with("reason", fault);
  }
}
