package io.clipmeter.tracking.hook;

import io.clipmeter.chassis.problem.ProblemType;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.security.SecurityRequirements;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Where Ayrshare calls. Its signature stands in the place of a token. */
@RestController
class HookController {
  static final int BODY_BYTES_MAX = 100_000;
  private static final ProblemType NOT_SET_UP =
      new ProblemType("webhook-not-configured", 404, "Nobody listens here");
  private static final ProblemType NOT_SIGNED =
      new ProblemType("webhook-signature-invalid", 401, "The call is not signed as it must be");
  private static final ProblemType NO_CALL =
      new ProblemType("webhook-unreadable", 400, "The body is no call of Ayrshare");
  private static final ProblemType TOO_LARGE =
      new ProblemType("too-large", 413, "The request is too large");

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
      throw NOT_SET_UP.because("The service was started without AYRSHARE_WEBHOOK_SECRET.");
    }
    byte[] body = bounded(sent);
    Signature signature = new Signature(mac, timestamp);
    if (!signature.holds(settings.secret(), body, clock.instant(), settings.ageMax())) {
      throw NOT_SIGNED.because("The signature is missing, wrong or too old.");
    }
    Hook hook = Hook.read(parsed(body));
    if (hook == null) {
      throw NO_CALL.because("It has no hookId.");
    }
    desk.take(hook, clock.instant());
  }

  /** Anybody may call, and who it is shows only in the whole body: no more than that is read. */
  private static byte[] bounded(InputStream sent) {
    byte[] body;
    try {
      body = sent.readNBytes(BODY_BYTES_MAX + 1);
    } catch (IOException cut) {
      throw NO_CALL.because("It did not arrive whole.");
    }
    if (body.length > BODY_BYTES_MAX) {
      throw TOO_LARGE.because("A call has at most " + BODY_BYTES_MAX + " bytes.");
    }
    return body;
  }

  private JsonNode parsed(byte[] body) {
    try {
      return json.readTree(body);
    } catch (JacksonException notJson) {
      throw NO_CALL.because("It is not JSON.");
    }
  }
}
