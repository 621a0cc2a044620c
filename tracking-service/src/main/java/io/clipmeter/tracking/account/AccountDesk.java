package io.clipmeter.tracking.account;

import io.clipmeter.chassis.secret.Envelope;
import io.clipmeter.tracking.audit.AuditLog;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What admins do with accounts, each with its note in the audit log. */
@Component
class AccountDesk {
  private final SocialAccounts accounts;
  private final AyrshareProfiles profiles;
  private final Vault vault;
  private final AuditLog audit;

  AccountDesk(SocialAccounts accounts, AyrshareProfiles profiles, Vault vault, AuditLog audit) {
    this.accounts = accounts;
    this.profiles = profiles;
    this.vault = vault;
    this.audit = audit;
  }

  /** Connects an account; its token, where there is one, is sealed on the way. */
  @Transactional
  SocialAccount add(String admin, SocialAccount account, @Nullable String token) {
    UUID profile = account.ayrshareProfileId();
    if (profile != null && !profiles.hold(profile)) {
      throw Refusals.UNKNOWN_PROFILE.because("No profile has the id " + profile + ".");
    }
    Envelope envelope = token == null ? null : vault.seal(account.id(), token);
    if (!accounts.add(account, envelope)) {
      throw Refusals.ACCOUNT_EXISTS.because("The platform's account id is known.");
    }
    audit.add(
        admin,
        "social-account-connect",
        Map.of(
            "accountId", account.id(),
            "platform", account.platform(),
            "clipperId", account.clipperId(),
            "withToken", token != null));
    return account;
  }

  /** Replaces the token. */
  @Transactional
  SocialAccount setToken(String admin, UUID id, String token, @Nullable Instant expiresAt) {
    if (!accounts.setToken(id, vault.seal(id, token), expiresAt)) {
      throw Refusals.NO_ACCOUNT.because("No account has this id.");
    }
    audit.add(admin, "social-account-token", Map.of("accountId", id));
    return accounts.find(id).orElseThrow();
  }

  /** Forgets an account and its token. */
  @Transactional
  void delete(String admin, UUID id) {
    try {
      if (!accounts.delete(id)) {
        throw Refusals.NO_ACCOUNT.because("No account has this id.");
      }
    } catch (DataIntegrityViolationException used) {
      throw Refusals.ACCOUNT_IN_USE.because("Delete the posts that name it first.");
    }
    audit.add(admin, "social-account-delete", Map.of("accountId", id));
  }
}
