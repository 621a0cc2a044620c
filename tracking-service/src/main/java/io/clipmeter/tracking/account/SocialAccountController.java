package io.clipmeter.tracking.account;

import io.clipmeter.chassis.security.Caller;
import io.clipmeter.chassis.web.Ids;
import io.clipmeter.chassis.web.Page;
import io.clipmeter.chassis.web.PageQuery;
import io.clipmeter.events.Platform;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Accounts that clippers connected, for admins. No answer holds a token. */
@RestController
@RequestMapping(SocialAccountController.PATH)
class SocialAccountController {
  static final String PATH = "/api/admin/social-accounts";

  /** What a token may be: it goes into a header. */
  static final String TOKEN = "[!-~]{1,4000}";

  private static final Instant LATEST = Instant.parse("2200-01-01T00:00:00Z");

  private final AccountDesk desk;
  private final SocialAccounts accounts;
  private final Ids ids;
  private final Clock clock;

  SocialAccountController(AccountDesk desk, SocialAccounts accounts, Ids ids, Clock clock) {
    this.desk = desk;
    this.accounts = accounts;
    this.ids = ids;
    this.clock = clock;
  }

  /**
   * @param handle the name in its address, without the @
   * @param accessToken the owner's token for the platform's own API; never shown again
   */
  record AccountForm(
      @NotNull Platform platform,
      @NotNull @Pattern(regexp = "[^\\s/@\\p{Cc}\\p{Cs}]{1,100}") String handle,
      @NotNull @Pattern(regexp = "[0-9A-Za-z._-]{1,100}") String platformAccountId,
      @NotNull @Pattern(regexp = "[!-~]{1,255}") String clipperId,
      @Nullable UUID ayrshareProfileId,
      @Nullable @Pattern(regexp = TOKEN) String accessToken,
      @Nullable Instant tokenExpiresAt) {

    @AssertTrue(message = "tokenExpiresAt needs an accessToken, and a year up to 2200")
    boolean isExpiryOfAToken() {
      return tokenExpiresAt == null || (accessToken != null && storable(tokenExpiresAt));
    }

    /** Says nothing of the token. */
    @Override
    public String toString() {
      return "AccountForm[" + platform + "]";
    }
  }

  record TokenForm(
      @NotNull @Pattern(regexp = TOKEN) String accessToken, @Nullable Instant expiresAt) {

    @AssertTrue(message = "expiresAt must be a year up to 2200")
    boolean isExpiryStorable() {
      return expiresAt == null || storable(expiresAt);
    }

    /** Says nothing of the token. */
    @Override
    public String toString() {
      return "TokenForm[...]";
    }
  }

  private static boolean storable(Instant at) {
    return at.isAfter(Instant.EPOCH) && at.isBefore(LATEST);
  }

  @Operation(operationId = "connectAccount", summary = "Connect an account of a clipper")
  @ApiResponse(responseCode = "201", description = "The account, without its token")
  @ApiResponse(responseCode = "409", description = "social-account-exists, secrets-key-missing")
  @ApiResponse(responseCode = "422", description = "ayrshare-profile-unknown")
  @PostMapping
  ResponseEntity<SocialAccount> add(Caller caller, @Valid @RequestBody AccountForm form) {
    SocialAccount account =
        new SocialAccount(
            ids.next(),
            form.platform(),
            form.handle(),
            form.platformAccountId(),
            form.clipperId(),
            form.ayrshareProfileId(),
            form.accessToken() != null,
            micros(form.tokenExpiresAt()),
            clock.instant().truncatedTo(ChronoUnit.MICROS));
    SocialAccount added = desk.add(caller.subject(), account, form.accessToken());
    return ResponseEntity.created(URI.create(PATH + "/" + added.id())).body(added);
  }

  @Operation(operationId = "listSocialAccounts", summary = "Connected accounts, newest first")
  @GetMapping
  Page<SocialAccount> list(
      @RequestParam(required = false) @Nullable Platform platform,
      @RequestParam(required = false) @Nullable @Pattern(regexp = "[!-~]{1,255}") String clipperId,
      PageQuery page) {
    return Page.of(accounts.page(platform, clipperId, page), page, SocialAccount::id);
  }

  @Operation(operationId = "showAccount", summary = "One connected account, without its token")
  @ApiResponse(responseCode = "200", description = "The account")
  @ApiResponse(responseCode = "404", description = "social-account-not-found")
  @GetMapping("/{id}")
  SocialAccount show(@PathVariable UUID id) {
    return accounts
        .find(id)
        .orElseThrow(() -> Refusals.NO_ACCOUNT.because("No account has this id."));
  }

  @Operation(operationId = "replaceToken", summary = "Replace an account's token")
  @ApiResponse(responseCode = "200", description = "The account, without its token")
  @ApiResponse(responseCode = "404", description = "social-account-not-found")
  @ApiResponse(responseCode = "409", description = "secrets-key-missing")
  @PutMapping("/{id}/token")
  SocialAccount setToken(Caller caller, @PathVariable UUID id, @Valid @RequestBody TokenForm form) {
    return desk.setToken(caller.subject(), id, form.accessToken(), micros(form.expiresAt()));
  }

  @Operation(operationId = "disconnectAccount", summary = "Forget an account and its token")
  @ApiResponse(responseCode = "204", description = "It is gone")
  @ApiResponse(responseCode = "404", description = "social-account-not-found")
  @ApiResponse(responseCode = "409", description = "social-account-in-use")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @DeleteMapping("/{id}")
  void delete(Caller caller, @PathVariable UUID id) {
    desk.delete(caller.subject(), id);
  }

  private static @Nullable Instant micros(@Nullable Instant at) {
    return at == null ? null : at.truncatedTo(ChronoUnit.MICROS);
  }
}
