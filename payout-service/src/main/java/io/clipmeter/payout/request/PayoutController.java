package io.clipmeter.payout.request;

import io.clipmeter.chassis.security.Caller;
import io.clipmeter.chassis.web.Ids;
import io.clipmeter.chassis.web.Page;
import io.clipmeter.chassis.web.PageQuery;
import io.clipmeter.money.Money;
import io.clipmeter.payout.details.DetailsForm.Reading;
import io.clipmeter.payout.details.PayoutDetails;
import io.clipmeter.payout.details.PayoutMethod;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Pattern;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** A clipper's own payout requests. */
@RestController
@RequestMapping("/api/clippers")
class PayoutController {
  private static final String PATH = "/api/clippers/payout-requests/";

  private final PayoutDesk desk;
  private final PayoutRequests requests;
  private final PayoutSettings settings;
  private final Ids ids;
  private final Clock clock;

  PayoutController(
      PayoutDesk desk, PayoutRequests requests, PayoutSettings settings, Ids ids, Clock clock) {
    this.desk = desk;
    this.requests = requests;
    this.settings = settings;
    this.ids = ids;
    this.clock = clock;
  }

  @Operation(summary = "Ask for my money; it is reserved at once")
  @ApiResponse(responseCode = "201")
  @ApiResponse(
      responseCode = "409",
      description = "payout-in-flight, earnings-in-question, idempotency-key-in-flight")
  @ApiResponse(
      responseCode = "422",
      description =
          "currency-unknown, payout-method-not-offered, payout-details-invalid, amount-not-payable,"
              + " amount-below-minimum, amount-above-maximum, insufficient-balance,"
              + " idempotency-key-reused")
  @PostMapping("/payout-request")
  ResponseEntity<PayoutView> request(
      Caller caller,
      @Parameter(required = true) @RequestHeader(name = "Idempotency-Key", required = false)
          @Nullable String key,
      @Valid @RequestBody PayoutForm form) {
    PayoutView payout = desk.request(caller, key, read(caller, form));
    return ResponseEntity.created(URI.create(PATH + payout.id())).body(payout);
  }

  @Operation(summary = "My payout requests and what became of them, newest first")
  @GetMapping("/payout-requests")
  Page<PayoutView> list(
      Caller caller,
      @RequestParam(required = false) @Nullable PayoutStatus status,
      @RequestParam(required = false) @Pattern(regexp = "[A-Z]{3}") @Nullable String currency,
      PageQuery page) {
    PayoutFilter own = new PayoutFilter(caller.subject(), status, currency, null, null, null);
    return Page.of(requests.page(own, page), page, PayoutRequest::id).map(PayoutView::of);
  }

  @Operation(summary = "One of my payout requests")
  @ApiResponse(responseCode = "200")
  @ApiResponse(responseCode = "404", description = "not-found")
  @GetMapping("/payout-requests/{id}")
  PayoutView get(Caller caller, @PathVariable UUID id) {
    return requests
        .findOwn(id, caller.subject())
        .map(PayoutView::of)
        .orElseThrow(() -> new Refusal.NotFound().problem());
  }

  @Operation(summary = "Take a request back that is not approved yet")
  @ApiResponse(responseCode = "200")
  @ApiResponse(responseCode = "404", description = "not-found")
  @ApiResponse(
      responseCode = "409",
      description = "payout-not-requested, idempotency-key-in-flight")
  @ApiResponse(responseCode = "422", description = "idempotency-key-reused")
  @PostMapping("/payout-requests/{id}/cancel")
  PayoutView cancel(
      Caller caller,
      @Parameter(required = true) @RequestHeader(name = "Idempotency-Key", required = false)
          @Nullable String key,
      @PathVariable UUID id) {
    return desk.cancel(caller, key, id, now());
  }

  /** What is asked for; whether that is offered is judged where it was not answered before. */
  private NewPayout read(Caller caller, PayoutForm form) {
    Money amount =
        form.amount()
            .read()
            .orElseThrow(() -> new Refusal.UnknownCurrency(form.amount().currency()).problem());
    PayoutMethod method = new PayoutMethod(form.method());
    PayoutDetails details =
        switch (form.details().read(method)) {
          case Reading.Readable(PayoutDetails read) -> read;
          case Reading.Wrong(String field, String message) ->
              throw PayoutPolicy.notOffered(amount, method, settings)
                  .orElseGet(() -> new Refusal.InvalidDetails(field, message))
                  .problem();
        };
    return new NewPayout(ids.next(), caller.subject(), amount, method, details, now());
  }

  /** In the precision that the database keeps, so that the first answer equals all later ones. */
  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }
}
