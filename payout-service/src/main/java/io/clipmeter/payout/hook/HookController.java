package io.clipmeter.payout.hook;

import io.clipmeter.chassis.hook.Calls;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.security.SecurityRequirements;
import java.io.InputStream;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/** Where PayPal calls. Its signature stands in the place of a token. */
@RestController
class HookController {
  private static final Calls CALLS = new Calls("PayPal");

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
              + " is acted on once by its id. What it says is not believed: PayPal is asked.",
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
  @PostMapping("/api/webhooks/paypal")
  void hear(
      InputStream sent,
      @RequestHeader(name = "paypal-transmission-id", required = false) @Nullable String id,
      @RequestHeader(name = "paypal-transmission-time", required = false) @Nullable String time,
      @RequestHeader(name = "paypal-transmission-sig", required = false) @Nullable String sig,
      @RequestHeader(name = "paypal-cert-url", required = false) @Nullable String certUrl,
      @RequestHeader(name = "paypal-auth-algo", required = false) @Nullable String algorithm) {
    if (settings.webhookId().isEmpty()) {
      throw CALLS.notSetUp("PAYPAL_WEBHOOK_ID");
    }
    byte[] body = CALLS.bounded(sent);
    if (!isSigned(new Signature(id, time, sig, certUrl, algorithm), body)) {
      throw CALLS.notSigned("The signature is missing or wrong.");
    }
    Hook hook = Hook.read(CALLS.parsed(body, json));
    if (hook == null) {
      throw CALLS.unreadable("It has no id.");
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
}
