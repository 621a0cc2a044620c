package io.clipmeter.tracking.provider;

import io.clipmeter.chassis.problem.ProblemType;
import io.clipmeter.chassis.security.Caller;
import io.clipmeter.chassis.web.Page;
import io.clipmeter.tracking.audit.AuditLog;
import io.clipmeter.tracking.source.call.ProviderCalls;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.util.Locale;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Shows the providers to admins, and lets them have one called again. */
@RestController
@RequestMapping("/api/admin/tracking/providers")
class ProviderController {
  private static final ProblemType UNKNOWN_PROVIDER =
      new ProblemType("provider-not-found", 404, "There is no such provider");

  private final Providers providers;
  private final AuditLog audit;

  ProviderController(Providers providers, AuditLog audit) {
    this.providers = providers;
    this.audit = audit;
  }

  @Operation(
      operationId = "listProviders",
      summary = "The providers of view counts: state, key, use and spend",
      description =
          "Asks each provider whether it serves us, at most once a minute, Apify whether its"
              + " actors are there, and TikTok's oEmbed whether it answers.")
  @GetMapping
  Page<ProviderView> list() {
    return new Page<>(providers.all(), null);
  }

  @Operation(
      operationId = "resumeProvider",
      summary = "Call a provider again that was given up for a while",
      description = "For after its key was paid or its quota raised: it is called at once.")
  @ApiResponse(responseCode = "204", description = "It is called again")
  @ApiResponse(responseCode = "404", description = "provider-not-found")
  @PostMapping("/{name}/resume")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void resume(Caller caller, @PathVariable String name) {
    ProviderCalls calls =
        providers
            .calls(name.toLowerCase(Locale.ROOT))
            .orElseThrow(
                () -> UNKNOWN_PROVIDER.because("No provider of this name is called here."));
    audit.add(caller.subject(), "provider-resume", Map.of("provider", calls.limits().provider()));
    calls.resume();
  }
}
