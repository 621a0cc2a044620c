package io.clipmeter.earnings.statement;

import io.clipmeter.chassis.security.Caller;
import io.clipmeter.chassis.web.Page;
import io.clipmeter.chassis.web.PageQuery;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.util.Optional;
import java.util.UUID;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What a clipper's own clips have earned. */
@RestController
@RequestMapping("/api/clippers/earnings")
class ClipperEarningsController {
  private final Statements statements;

  ClipperEarningsController(Statements statements) {
    this.statements = statements;
  }

  @GetMapping
  Page<ClipStatement> earnings(Caller caller, PageQuery page) {
    return Page.of(statements.ofClipper(caller.subject(), page), page, ClipStatement::clipId);
  }

  @ApiResponse(responseCode = "200")
  @ApiResponse(responseCode = "404", description = "clip-not-found")
  @GetMapping("/{clipId}/accruals")
  Page<AccrualStatement> accruals(Caller caller, @PathVariable UUID clipId, PageQuery page) {
    if (!statements.clipperOf(clipId).equals(Optional.of(caller.subject()))) {
      throw AdminEarningsController.UNKNOWN_CLIP.because("None of your clips is " + clipId + ".");
    }
    return Page.of(statements.ofClip(clipId, page), page, AccrualStatement::roundId);
  }
}
