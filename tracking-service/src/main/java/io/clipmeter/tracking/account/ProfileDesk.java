package io.clipmeter.tracking.account;

import io.clipmeter.tracking.audit.AuditLog;
import java.util.Map;
import java.util.UUID;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What admins do with profiles, each with its note in the audit log. */
@Component
class ProfileDesk {
  private final AyrshareProfiles profiles;
  private final Vault vault;
  private final AuditLog audit;

  ProfileDesk(AyrshareProfiles profiles, Vault vault, AuditLog audit) {
    this.profiles = profiles;
    this.vault = vault;
    this.audit = audit;
  }

  /**
   * Registers a profile and seals its key.
   *
   * @param madeHere whether it was made at Ayrshare for this request
   */
  @Transactional
  AyrshareProfile add(String admin, AyrshareProfile profile, String key, boolean madeHere) {
    if (!profiles.add(profile, vault.seal(profile.id(), key))) {
      throw Refusals.PROFILE_EXISTS.because("Its title or its refId is known.");
    }
    audit.add(
        admin,
        "ayrshare-profile-add",
        Map.of("profileId", profile.id(), "title", profile.title(), "madeAtAyrshare", madeHere));
    return profile;
  }

  /** Forgets a profile and its key; at Ayrshare it stays. */
  @Transactional
  void delete(String admin, UUID id) {
    try {
      if (!profiles.delete(id)) {
        throw Refusals.NO_PROFILE.because("No profile has this id.");
      }
    } catch (DataIntegrityViolationException used) {
      throw Refusals.PROFILE_IN_USE.because("Disconnect the accounts that are linked by it first.");
    }
    audit.add(admin, "ayrshare-profile-delete", Map.of("profileId", id));
  }
}
