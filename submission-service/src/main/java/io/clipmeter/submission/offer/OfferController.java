package io.clipmeter.submission.offer;

import io.clipmeter.chassis.web.Page;
import io.clipmeter.chassis.web.PageQuery;
import io.clipmeter.submission.campaign.CampaignRefusal;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.util.List;
import java.util.UUID;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Campaigns, for clippers. */
@RestController
@RequestMapping("/api/clippers/campaigns")
class OfferController {
  private final Offers offers;

  OfferController(Offers offers) {
    this.offers = offers;
  }

  @Operation(
      operationId = "listOffers",
      summary = "The campaigns that take submissions, or are to open by themselves, newest first")
  @GetMapping
  Page<Offer> list(
      @Parameter(description = "those that are still to open") @RequestParam(defaultValue = "false")
          boolean upcoming,
      PageQuery page) {
    List<Offer> found = upcoming ? offers.upcoming(page) : offers.page(page);
    return Page.of(found, page, Offer::id);
  }

  @Operation(
      operationId = "getOffer",
      summary = "One campaign, also when it is to open, paused or over")
  @ApiResponse(responseCode = "200")
  @ApiResponse(responseCode = "404", description = "campaign-not-found")
  @GetMapping("/{id}")
  Offer get(@PathVariable UUID id) {
    return offers.find(id).orElseThrow(() -> new CampaignRefusal.NotFound().problem());
  }
}
