package io.clipmeter.tracking.creator;

import io.clipmeter.chassis.problem.ProblemException;
import io.clipmeter.chassis.security.Caller;
import io.clipmeter.chassis.web.Page;
import io.clipmeter.chassis.web.PageQuery;
import io.clipmeter.events.Platform;
import io.micrometer.core.instrument.MeterRegistry;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** A clipper's own accounts, and their proof. */
@RestController
@RequestMapping("/api/clippers/accounts")
class CreatorController {
  private final CreatorDesk desk;
  private final CreatorVerifier verifier;
  private final Claims claims;
  private final MeterRegistry meters;

  CreatorController(
      CreatorDesk desk, CreatorVerifier verifier, Claims claims, MeterRegistry meters) {
    this.desk = desk;
    this.verifier = verifier;
    this.claims = claims;
    this.meters = meters;
  }

  /**
   * The account that a clipper says is theirs. Names in other scripts, which YouTube has, can't be
   * claimed: nobody knows yet how its lower case is told.
   *
   * @param handle the name in the account's address, with or without the at sign
   */
  record ClaimForm(
      @NotNull Platform platform,
      @NotNull
          @Pattern(
              regexp = "@?[A-Za-z0-9._-]{1,30}",
              message =
                  "must be 1 to 30 of the letters a to z, digits, dots, dashes or underscores")
          String handle) {}

  @Operation(
      operationId = "claimAccount",
      summary = "Say that an account is mine, for a code to put into its profile",
      description =
          "So for an account that is proven, too, some time before its proof expires: it stays"
              + " proven meanwhile.")
  @ApiResponse(responseCode = "200")
  @ApiResponse(responseCode = "429", description = "too-many-codes")
  @PostMapping
  ClaimView claim(Caller caller, @Valid @RequestBody ClaimForm form) {
    String handle = VerificationPolicy.handle(form.handle());
    return done("claim", desk.claim(caller.subject(), form.platform(), handle));
  }

  @Operation(
      operationId = "verifyAccount",
      summary = "Look for the code in the profile; takes as long as the platform does")
  @ApiResponse(responseCode = "200")
  @ApiResponse(responseCode = "404", description = "account-not-found")
  @ApiResponse(responseCode = "409", description = "code-expired")
  @ApiResponse(responseCode = "422", description = "code-not-found, profile-not-found")
  @ApiResponse(responseCode = "429", description = "too-many-attempts")
  @ApiResponse(responseCode = "503", description = "profile-unreadable")
  @PostMapping("/{id}/verify")
  ClaimView verify(Caller caller, @PathVariable UUID id) {
    return done("verify", verifier.verify(caller.subject(), id));
  }

  @Operation(operationId = "listOwnAccounts", summary = "My accounts, newest first")
  @GetMapping
  Page<ClaimView> list(Caller caller, PageQuery page) {
    return Page.of(claims.page(caller.subject(), page), page, Claim::id).map(desk::view);
  }

  @Operation(operationId = "removeAccount", summary = "Take an account of mine away")
  @ApiResponse(responseCode = "204")
  @ApiResponse(responseCode = "404", description = "account-not-found")
  @DeleteMapping("/{id}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void remove(Caller caller, @PathVariable UUID id) {
    desk.remove(caller.subject(), id)
        .ifPresent(
            refusal -> {
              throw refusal.problem();
            });
  }

  private ClaimView done(String step, CreatorOutcome outcome) {
    return switch (outcome) {
      case CreatorOutcome.Done(Claim claim) -> {
        count(step, "done");
        yield desk.view(claim);
      }
      case CreatorOutcome.Refused(CreatorRefusal refusal) -> {
        ProblemException problem = refusal.problem();
        count(step, problem.type().slug());
        throw problem;
      }
    };
  }

  private void count(String step, String result) {
    meters.counter("clipmeter.tracking.creators", "step", step, "result", result).increment();
  }
}
