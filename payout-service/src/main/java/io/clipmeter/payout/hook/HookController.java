package io.clipmeter.payout.hook;

import io.clipmeter.chassis.problem.ProblemType;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.security.SecurityRequirements;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Where PayPal calls. Its signature stands in the place of a token. */
@RestController
class HookController {
  static final int BODY_BYTES_MAX = 100_000;
  private static final ProblemType NOT_SET_UP =
      new ProblemType("webhook-not-configured", 404, "Nobody listens here");
  private static final ProblemType NOT_SIGNED =
      new ProblemType("webhook-signature-invalid", 401, "The call is not signed as it must be");
  private static final ProblemType NO_CALL =
      new ProblemType("webhook-unreadable", 400, "The body is no call of PayPal");
  private static final ProblemType TOO_LARGE =
      new ProblemType("too-large", 413, "The request is too large");

  private final HookDesk desk;
  private final Certificates certificates;
  private final HookSettings settings;
  private final JsonMapper json;
  private final Clock clock;

  HookController(
      HookDesk desk,
      Certificates certificates,
      HookSettings settings,
      JsonMapper json,
      Clock clock) {
    this.desk = desk;
    this.certificates = certificates;
    this.settings = settings;
    this.json = json;
    this.clock = clock;
  }

  @Operation(
      operationId = "hearPayPal",
      summary = "For PayPal: there is news of a payout",
      description =
          "Signed with SHA-256 and RSA over id, time, webhook id and the raw body's CRC-32; a call"
              + " is acted on once by its id. What it says is not believed: PayPal is asked.")
  @SecurityRequirements
  @ApiResponse(responseCode = "200", description = "Heard, also where there is nothing to do")
  @ApiResponse(responseCode = "400", description = "webhook-unreadable")
  @ApiResponse(responseCode = "401", description = "webhook-signature-invalid")
  @ApiResponse(responseCode = "404", description = "webhook-not-configured")
  @ApiResponse(responseCode = "413", description = "too-large")
  @PostMapping("/api/webhooks/paypal")
  void hear(
      @RequestBody byte[] body,
      @RequestHeader(name = "paypal-transmission-id", required = false) @Nullable String id,
      @RequestHeader(name = "paypal-transmission-time", required = false) @Nullable String time,
      @RequestHeader(name = "paypal-transmission-sig", required = false) @Nullable String sig,
      @RequestHeader(name = "paypal-cert-url", required = false) @Nullable String certUrl,
      @RequestHeader(name = "paypal-auth-algo", required = false) @Nullable String algorithm) {
    if (settings.webhookId().isEmpty()) {
      throw NOT_SET_UP.because("The service was started without PAYPAL_WEBHOOK_ID.");
    }
    if (body.length > BODY_BYTES_MAX) {
      throw TOO_LARGE.because("A call has at most " + BODY_BYTES_MAX + " bytes.");
    }
    if (!isSigned(new Signature(id, time, sig, certUrl, algorithm), body)) {
      throw NOT_SIGNED.because("The signature is missing or wrong.");
    }
    Hook hook = Hook.read(parsed(body));
    if (hook == null) {
      throw NO_CALL.because("It has no id.");
    }
    desk.take(hook, clock.instant());
  }

  private boolean isSigned(Signature signature, byte[] body) {
    String url = signature.certUrl();
    if (url == null || !signature.isComplete()) {
      return false;
    }
    Optional<X509Certificate> certificate = certificates.at(url);
    return certificate.isPresent()
        && signature.holds(certificate.get().getPublicKey(), settings.webhookId(), body);
  }

  private JsonNode parsed(byte[] body) {
    try {
      return json.readTree(body);
    } catch (JacksonException notJson) {
      throw NO_CALL.because("It is not JSON.");
    }
  }
}
