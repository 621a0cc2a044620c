package io.clipmeter.payout.payrun;

import io.clipmeter.chassis.security.Caller;
import io.clipmeter.chassis.web.Page;
import io.clipmeter.chassis.web.PageQuery;
import io.clipmeter.events.Amount;
import io.clipmeter.payout.payrun.FileDesk.RunFile;
import io.clipmeter.payout.request.PayoutRequest;
import io.clipmeter.payout.request.PayoutRequest.Closing;
import io.clipmeter.payout.request.PayoutStatus;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.headers.Header;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.validation.Valid;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Files for a bank, for admins. */
@RestController
@RequestMapping("/api/admin/pay-runs")
class PayRunController {
  private static final String LEFT_OUT_COUNT = "Left-Out-Count";
  private static final String LEFT_OUT = "Left-Out";
  // As many as fit into what servers between here and there take for headers.
  private static final int LEFT_OUT_MOST = 100;
  private static final MediaType CSV = new MediaType("text", "csv", StandardCharsets.UTF_8);

  /**
   * A payout of a run.
   *
   * @param inFile whether it would be in the file now: it is on its way, its clipper's earnings are
   *     not in question, what is available of them not below zero, and a key opens its details
   */
  record PayRunItem(
      UUID payoutId,
      String clipperId,
      Amount amount,
      String maskedDetails,
      PayoutStatus status,
      boolean inFile,
      @Nullable String transactionId,
      @Nullable String reason) {

    static PayRunItem of(PayoutRequest payout, boolean inFile) {
      Closing closing = payout.closing();
      return new PayRunItem(
          payout.id(),
          payout.clipperId(),
          Amount.of(payout.amount()),
          payout.maskedDetails(),
          payout.status(),
          inFile,
          closing == null ? null : closing.transactionId(),
          closing == null ? null : closing.reason());
    }
  }

  /** A run and all that is in it. */
  record PayRunWhole(PayRunView run, List<PayRunItem> items) {}

  private final PayRunDesk desk;
  private final FileDesk files;
  private final PayRuns runs;
  private final Clock clock;

  PayRunController(PayRunDesk desk, FileDesk files, PayRuns runs, Clock clock) {
    this.desk = desk;
    this.files = files;
    this.runs = runs;
    this.clock = clock;
  }

  @Operation(
      operationId = "createPayRun",
      summary = "Make a pay run from approved payouts of one currency that go to a bank")
  @ApiResponse(responseCode = "201")
  @ApiResponse(responseCode = "409", description = "pay-run-empty, payout-not-payable")
  @ApiResponse(responseCode = "422", description = "idempotency-key-reused")
  @PostMapping
  ResponseEntity<PayRunView> create(
      Caller admin,
      @Parameter(required = true) @RequestHeader(name = "Idempotency-Key", required = false)
          @Nullable String key,
      @Valid @RequestBody PayRunForm form) {
    PayRunView run = desk.create(admin, key, form, now());
    return ResponseEntity.created(URI.create("/api/admin/pay-runs/" + run.id())).body(run);
  }

  @Operation(operationId = "listPayRuns", summary = "All pay runs, newest first")
  @GetMapping
  Page<PayRunView> list(PageQuery page) {
    return Page.of(runs.page(page), page, PayRun::id).map(PayRunView::of);
  }

  @Operation(operationId = "getPayRun", summary = "One pay run and its payouts, details masked")
  @ApiResponse(responseCode = "200")
  @ApiResponse(responseCode = "404", description = "not-found")
  @GetMapping("/{id}")
  PayRunWhole get(@PathVariable UUID id) {
    PayRun run = runs.find(id).orElseThrow(() -> new RunRefusal.NotFound().problem());
    Set<UUID> inFile = files.inFile(id);
    List<PayRunItem> items =
        runs.payouts(id).stream()
            .map(payout -> PayRunItem.of(payout, inFile.contains(payout.id())))
            .toList();
    return new PayRunWhole(PayRunView.of(run), items);
  }

  @Operation(
      operationId = "downloadPayRun",
      summary = "The file for the bank, with names and IBANs; the reading is audited",
      description =
          "Only payouts that are on their way, whose money may leave now, and whose details a key"
              + " opens; the log names those that none does. Upload what was downloaded once;"
              + " before downloading again, tell the results of all that was in it.")
  @ApiResponse(
      responseCode = "200",
      headers = {
        @Header(
            name = LEFT_OUT_COUNT,
            required = true,
            description = "how many payouts of the run are not in the file",
            schema = @Schema(type = "integer")),
        @Header(
            name = LEFT_OUT,
            description = "the first 100 of them; getPayRun shows all, as inFile = false",
            schema = @Schema(type = "string"))
      })
  @ApiResponse(responseCode = "404", description = "not-found")
  @ApiResponse(responseCode = "409", description = "pay-run-nothing-leaves")
  @GetMapping("/{id}/file")
  ResponseEntity<byte[]> file(Caller admin, @PathVariable UUID id) {
    RunFile file = files.file(admin, id, now());
    List<UUID> leftOut = file.leftOut();
    String named =
        leftOut.stream().limit(LEFT_OUT_MOST).map(UUID::toString).collect(Collectors.joining(", "));
    return ResponseEntity.ok()
        .header(LEFT_OUT_COUNT, Integer.toString(leftOut.size()))
        .headers(headers -> setUnlessEmpty(headers, LEFT_OUT, named))
        .contentType(CSV)
        .cacheControl(CacheControl.noStore())
        .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"pay-run-" + id + ".csv\"")
        .body(file.text().getBytes(StandardCharsets.UTF_8));
  }

  private static void setUnlessEmpty(HttpHeaders headers, String name, String value) {
    if (!value.isEmpty()) {
      headers.set(name, value);
    }
  }

  @Operation(
      operationId = "endPayRunItems",
      summary = "Say what became of payouts of the run: all of the list is applied, or nothing")
  @ApiResponse(responseCode = "200")
  @ApiResponse(responseCode = "404", description = "not-found")
  @ApiResponse(responseCode = "403", description = "own-payout")
  @ApiResponse(responseCode = "409", description = "payout-not-sending, transaction-id-used")
  @ApiResponse(
      responseCode = "422",
      description = "payout-not-in-run, result-twice, transaction-id-twice, idempotency-key-reused")
  @PostMapping("/{id}/results")
  PayRunView results(
      Caller admin,
      @Parameter(required = true) @RequestHeader(name = "Idempotency-Key", required = false)
          @Nullable String key,
      @PathVariable UUID id,
      @Valid @RequestBody ResultForm form) {
    return desk.end(admin, key, id, form, now());
  }

  /** In the precision that the database keeps, so that the first answer equals all later ones. */
  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }
}
