package io.clipmeter.tracking.hook;

import io.clipmeter.chassis.hook.Calls;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.security.SecurityRequirements;
import java.io.InputStream;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/** Where Ayrshare calls. Its signature stands in the place of a token. */
@RestController
class HookController {
  private static final Calls CALLS = new Calls("Ayrshare");

  private final HookDesk desk;
  private final HookSettings settings;
  private final JsonMapper json;
  private final Clock clock;

  HookController(HookDesk desk, HookSettings settings, JsonMapper json, Clock clock) {
    this.desk = desk;
    this.settings = settings;
    this.json = json;
    this.clock = clock;
  }

  @Operation(
      operationId = "hearAyrshare",
      summary = "For Ayrshare: a scheduled post is out",
      description =
          "Signed with HMAC-SHA-256 over the raw body; a call is acted on once by its hookId.",
      requestBody =
          @RequestBody(
              required = true,
              content =
                  @Content(
                      mediaType = "application/json",
                      schema = @Schema(type = "string", format = "byte"))))
  @SecurityRequirements
  @ApiResponse(responseCode = "200", description = "Heard, also where there is nothing to do")
  @ApiResponse(responseCode = "400", description = "webhook-unreadable")
  @ApiResponse(responseCode = "401", description = "webhook-signature-invalid")
  @ApiResponse(responseCode = "404", description = "webhook-not-configured")
  @ApiResponse(responseCode = "413", description = "too-large")
  @PostMapping("/api/webhooks/ayrshare")
  void hear(
      InputStream sent,
      @RequestHeader(name = "X-Authorization-Content-SHA256", required = false)
          @Nullable String mac,
      @RequestHeader(name = "X-Authorization-Timestamp", required = false)
          @Nullable String timestamp) {
    if (settings.secret().isEmpty()) {
      throw CALLS.notSetUp("AYRSHARE_WEBHOOK_SECRET");
    }
    byte[] body = CALLS.bounded(sent);
    Signature signature = new Signature(mac, timestamp);
    if (!signature.holds(settings.secret(), body, clock.instant(), settings.ageMax())) {
      throw CALLS.notSigned("The signature is missing, wrong or too old.");
    }
    Hook hook = Hook.read(CALLS.parsed(body, json));
    if (hook == null) {
      throw CALLS.unreadable("It has no hookId.");
    }
    desk.take(hook, clock.instant());
  }
}
