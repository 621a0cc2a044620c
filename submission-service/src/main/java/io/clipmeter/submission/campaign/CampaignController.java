package io.clipmeter.submission.campaign;

import io.clipmeter.chassis.security.Caller;
import io.clipmeter.chassis.web.Page;
import io.clipmeter.chassis.web.PageQuery;
import io.clipmeter.events.CampaignStatus;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.validation.Valid;
import java.net.URI;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Campaigns, for admins. */
@RestController
@RequestMapping(CampaignController.PATH)
class CampaignController {
  static final String PATH = "/api/admin/campaigns";

  private final CampaignDesk desk;
  private final Campaigns campaigns;
  private final CampaignRows rows;

  CampaignController(CampaignDesk desk, Campaigns campaigns, CampaignRows rows) {
    this.desk = desk;
    this.campaigns = campaigns;
    this.rows = rows;
  }

  @Operation(operationId = "draftCampaign", summary = "Draft a campaign")
  @ApiResponse(responseCode = "201")
  @PostMapping
  ResponseEntity<CampaignView> draft(Caller caller, @Valid @RequestBody CampaignForm form) {
    CampaignView drafted = done(() -> desk.draft(form, caller.subject()));
    return ResponseEntity.created(URI.create(PATH + "/" + drafted.id())).body(drafted);
  }

  @Operation(operationId = "listCampaigns", summary = "All campaigns, newest first")
  @GetMapping
  Page<CampaignView> list(
      @RequestParam(required = false) @Nullable CampaignStatus status, PageQuery page) {
    return Page.of(rows.page(status, page), page, Campaign::id).map(CampaignView::of);
  }

  @Operation(operationId = "getCampaign", summary = "One campaign")
  @ApiResponse(responseCode = "200")
  @ApiResponse(responseCode = "404", description = "campaign-not-found")
  @GetMapping("/{id}")
  CampaignView get(@PathVariable UUID id) {
    return campaigns
        .findById(id)
        .map(CampaignView::of)
        .orElseThrow(() -> new CampaignRefusal.NotFound().problem());
  }

  @Operation(
      operationId = "editCampaign",
      summary = "Replace a campaign's terms; of a published one they hold from its next round on")
  @ApiResponse(responseCode = "200")
  @ApiResponse(responseCode = "404", description = "campaign-not-found")
  @ApiResponse(responseCode = "409", description = "campaign-over, campaign-changed-meanwhile")
  @ApiResponse(responseCode = "422", description = "currency-fixed, budget-below-spent")
  @PutMapping("/{id}")
  CampaignView edit(Caller caller, @PathVariable UUID id, @Valid @RequestBody CampaignForm form) {
    return done(() -> desk.edit(id, form, caller.subject()));
  }

  @Operation(operationId = "deleteCampaign", summary = "Throw a draft away")
  @ApiResponse(responseCode = "204")
  @ApiResponse(responseCode = "404", description = "campaign-not-found")
  @ApiResponse(responseCode = "409", description = "campaign-not-draft, campaign-changed-meanwhile")
  @DeleteMapping("/{id}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void delete(Caller caller, @PathVariable UUID id) {
    done(() -> desk.delete(id, caller.subject()));
  }

  @Operation(
      operationId = "publishCampaign",
      summary = "Open a draft to clippers, at once or by itself at startsAt")
  @ApiResponse(responseCode = "200")
  @ApiResponse(responseCode = "404", description = "campaign-not-found")
  @ApiResponse(
      responseCode = "409",
      description = "campaign-not-draft, campaign-over, campaign-changed-meanwhile")
  @PostMapping("/{id}/publish")
  CampaignView publish(
      Caller caller,
      @PathVariable UUID id,
      @Valid @RequestBody(required = false) CampaignForm.@Nullable Publication form) {
    return done(() -> desk.publish(id, form, caller.subject()));
  }

  @Operation(
      operationId = "unscheduleCampaign",
      summary = "Make a draft again of one that was to open by itself")
  @ApiResponse(responseCode = "200")
  @ApiResponse(responseCode = "404", description = "campaign-not-found")
  @ApiResponse(
      responseCode = "409",
      description = "campaign-not-scheduled, campaign-changed-meanwhile")
  @PostMapping("/{id}/unschedule")
  CampaignView unschedule(Caller caller, @PathVariable UUID id) {
    return done(() -> desk.unschedule(id, caller.subject()));
  }

  @Operation(
      operationId = "pauseCampaign",
      summary = "Take no more submissions, and read no more views, for the time being")
  @ApiResponse(responseCode = "200")
  @ApiResponse(responseCode = "404", description = "campaign-not-found")
  @ApiResponse(
      responseCode = "409",
      description = "campaign-not-active, campaign-changed-meanwhile")
  @PostMapping("/{id}/pause")
  CampaignView pause(Caller caller, @PathVariable UUID id) {
    return done(() -> desk.pause(id, caller.subject()));
  }

  @Operation(operationId = "resumeCampaign", summary = "Go on after a pause")
  @ApiResponse(responseCode = "200")
  @ApiResponse(responseCode = "404", description = "campaign-not-found")
  @ApiResponse(
      responseCode = "409",
      description = "campaign-not-paused, campaign-changed-meanwhile")
  @PostMapping("/{id}/resume")
  CampaignView resume(Caller caller, @PathVariable UUID id) {
    return done(() -> desk.resume(id, caller.subject()));
  }

  @Operation(operationId = "topUpCampaign", summary = "Raise a campaign's budget by an amount")
  @ApiResponse(responseCode = "200")
  @ApiResponse(responseCode = "404", description = "campaign-not-found")
  @ApiResponse(
      responseCode = "409",
      description = "campaign-not-active, campaign-over, campaign-changed-meanwhile")
  @ApiResponse(responseCode = "422", description = "currency-fixed")
  @PostMapping("/{id}/top-up")
  CampaignView topUp(
      Caller caller,
      @Parameter(required = true) @RequestHeader(name = "Idempotency-Key", required = false)
          @Nullable String key,
      @PathVariable UUID id,
      @Valid @RequestBody CampaignForm.TopUp form) {
    try {
      return desk.topUp(caller, key, id, form);
    } catch (OptimisticLockingFailureException e) {
      throw new CampaignRefusal.ChangedMeanwhile().problem();
    }
  }

  @Operation(
      operationId = "endCampaign",
      summary = "End a campaign: its last readings are settled, and what is left is refunded")
  @ApiResponse(responseCode = "200")
  @ApiResponse(responseCode = "404", description = "campaign-not-found")
  @ApiResponse(
      responseCode = "409",
      description = "campaign-not-active, campaign-changed-meanwhile")
  @PostMapping("/{id}/end")
  CampaignView end(Caller caller, @PathVariable UUID id) {
    return done(() -> desk.end(id, caller.subject()));
  }

  private static CampaignView done(Supplier<CampaignOutcome> change) {
    try {
      return switch (change.get()) {
        case CampaignOutcome.Done(Campaign campaign) -> CampaignView.of(campaign);
        case CampaignOutcome.Refused(CampaignRefusal refusal) -> throw refusal.problem();
      };
    } catch (OptimisticLockingFailureException e) {
      throw new CampaignRefusal.ChangedMeanwhile().problem();
    }
  }
}
