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

  /** Registers a profile that exists, and seals its key. */
  @Transactional
  AyrshareProfile add(String admin, AyrshareProfile profile, String key) {
    if (!profiles.add(profile, vault.seal(profile.id(), key))) {
      throw Refusals.PROFILE_EXISTS.because("Its title or its refId is known.");
    }
    note(admin, "ayrshare-profile-add", profile, false);
    return profile;
  }

  /** Takes the title for a profile that is to be made at Ayrshare. */
  @Transactional
  AyrshareProfile reserve(String admin, AyrshareProfile profile) {
    if (!profiles.reserve(profile)) {
      throw Refusals.PROFILE_EXISTS.because("Its title is known.");
    }
    note(admin, "ayrshare-profile-make", profile, true);
    return profile;
  }

  /** Seals the key of a profile that was made. */
  @Transactional
  AyrshareProfile keep(String admin, AyrshareProfile made, String key) {
    profiles.keep(made, vault.seal(made.id(), key));
    note(admin, "ayrshare-profile-add", made, true);
    return profiles.find(made.id()).orElseThrow();
  }

  /** Gives the title of a profile back that was not made. */
  @Transactional
  void release(AyrshareProfile reserved) {
    profiles.release(reserved.id());
  }

  private void note(String admin, String action, AyrshareProfile profile, boolean madeHere) {
    audit.add(
        admin,
        action,
        Map.of("profileId", profile.id(), "title", profile.title(), "madeAtAyrshare", madeHere));
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
