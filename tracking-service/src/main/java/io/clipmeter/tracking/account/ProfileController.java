package io.clipmeter.tracking.account;

import io.clipmeter.chassis.security.Caller;
import io.clipmeter.chassis.web.Ids;
import io.clipmeter.chassis.web.Page;
import io.clipmeter.chassis.web.PageQuery;
import io.clipmeter.chassis.web.PlainText;
import io.clipmeter.tracking.source.ayrshare.AyrshareClient;
import io.clipmeter.tracking.source.ayrshare.NewProfile;
import io.clipmeter.tracking.source.call.ProviderFault;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.net.URI;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Profiles at Ayrshare, for admins. No answer holds a key. */
@RestController
@RequestMapping(ProfileController.PATH)
class ProfileController {
  static final String PATH = "/api/admin/ayrshare-profiles";
  private static final String TITLE = PlainText.SEEN + "{1,200}";

  private final ProfileDesk desk;
  private final AyrshareProfiles profiles;
  private final Vault vault;
  private final Optional<AyrshareClient> ayrshare;
  private final Ids ids;
  private final Clock clock;

  ProfileController(
      ProfileDesk desk,
      AyrshareProfiles profiles,
      Vault vault,
      Optional<AyrshareClient> ayrshare,
      Ids ids,
      Clock clock) {
    this.desk = desk;
    this.profiles = profiles;
    this.vault = vault;
    this.ayrshare = ayrshare;
    this.ids = ids;
    this.clock = clock;
  }

  /**
   * @param refId of a profile that exists; Ayrshare says it of a new one
   * @param profileKey of a profile that exists; where it is left out, one is made at Ayrshare
   */
  record ProfileForm(
      @NotNull @Pattern(regexp = TITLE) String title,
      @Nullable @Pattern(regexp = "[!-~]{1,200}") String refId,
      @Nullable @Pattern(regexp = "[!-~]{1,500}") String profileKey) {

    /** Says nothing of the key. */
    @Override
    public String toString() {
      return "ProfileForm[" + title + "]";
    }
  }

  @Operation(
      operationId = "addProfile",
      summary = "Register a profile by its key, or make one at Ayrshare",
      description =
          "Without profileKey it is made there. The key is stored sealed, never shown. Where the"
              + " answer of Ayrshare is lost the profile stands here without a key.")
  @ApiResponse(responseCode = "201", description = "The profile, without its key")
  @ApiResponse(
      responseCode = "409",
      description = "ayrshare-profile-exists, ayrshare-not-configured, secrets-key-missing")
  @ApiResponse(responseCode = "422", description = "ayrshare-refused")
  @ApiResponse(responseCode = "503", description = "ayrshare-unavailable")
  @PostMapping
  ResponseEntity<AyrshareProfile> add(Caller caller, @Valid @RequestBody ProfileForm form) {
    vault.mustBeOpen();
    AyrshareProfile added =
        form.profileKey() == null
            ? make(caller, form)
            : desk.add(
                caller.subject(), profile(form.title(), form.refId(), true), form.profileKey());
    return ResponseEntity.created(URI.create(PATH + "/" + added.id())).body(added);
  }

  /** Its key is shown once, so all that can be refused is refused before. */
  private AyrshareProfile make(Caller caller, ProfileForm form) {
    AyrshareClient client =
        ayrshare.orElseThrow(
            () ->
                Refusals.NOT_CONFIGURED.because(
                    "The service was started without AYRSHARE_API_KEY."));
    AyrshareProfile reserved = desk.reserve(caller.subject(), profile(form.title(), null, false));
    try {
      NewProfile made = client.createProfile(form.title());
      return desk.keep(caller.subject(), reserved.made(made.refId()), made.key());
    } catch (ProviderFault fault) {
      throw notMade(reserved, fault);
    }
  }

  private RuntimeException notMade(AyrshareProfile reserved, ProviderFault fault) {
    return switch (fault.kind()) {
      case REFUSED -> {
        desk.release(reserved);
        yield Refusals.REFUSED_BY_AYRSHARE.because(detail(fault, "Nothing was made or stored."));
      }
      case BUSY, DOWN, BUDGET, KEY, CAPPED -> {
        desk.release(reserved);
        yield Refusals.AYRSHARE_AWAY.because(detail(fault, "Nothing was made or stored."));
      }
      case LOST, SHAPE ->
          Refusals.AYRSHARE_AWAY
              .because(
                  detail(
                      fault,
                      "It may exist at Ayrshare: it stands here without its key. Look there, then"
                          + " forget it here."))
              .with("profileId", reserved.id());
    };
  }

  private static String detail(ProviderFault fault, String what) {
    return "It said: " + fault.getMessage() + ". " + what;
  }

  private AyrshareProfile profile(String title, @Nullable String refId, boolean keyStored) {
    return new AyrshareProfile(
        ids.next(), title, refId, keyStored, clock.instant().truncatedTo(ChronoUnit.MICROS));
  }

  @Operation(operationId = "listProfiles", summary = "Profiles at Ayrshare, newest first")
  @GetMapping
  Page<AyrshareProfile> list(
      @RequestParam(required = false) @Nullable @Pattern(regexp = TITLE) String title,
      PageQuery page) {
    return Page.of(profiles.page(title, page), page, AyrshareProfile::id);
  }

  @Operation(operationId = "showProfile", summary = "One profile, without its key")
  @ApiResponse(responseCode = "200", description = "The profile")
  @ApiResponse(responseCode = "404", description = "ayrshare-profile-not-found")
  @GetMapping("/{id}")
  AyrshareProfile show(@PathVariable UUID id) {
    return profiles
        .find(id)
        .orElseThrow(() -> Refusals.NO_PROFILE.because("No profile has this id."));
  }

  @Operation(operationId = "forgetProfile", summary = "Forget a profile and its key")
  @ApiResponse(responseCode = "204", description = "It is gone here; at Ayrshare it stays")
  @ApiResponse(responseCode = "404", description = "ayrshare-profile-not-found")
  @ApiResponse(responseCode = "409", description = "ayrshare-profile-in-use")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @DeleteMapping("/{id}")
  void delete(Caller caller, @PathVariable UUID id) {
    desk.delete(caller.subject(), id);
  }
}
