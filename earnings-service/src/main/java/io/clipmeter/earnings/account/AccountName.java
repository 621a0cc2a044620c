package io.clipmeter.earnings.account;

import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** An account of the journal by its name. */
record AccountName(Owner owner, UUID id, String name) {
  private static final Pattern FORM =
      Pattern.compile(
          "(campaign):([0-9a-f-]{36}):(?:budget|brand|adjustments)"
              + "|(clip):([0-9a-f-]{36}):(?:earned|held)");

  /** Whose it is. */
  enum Owner {
    CAMPAIGN,
    CLIP
  }

  /** Empty where no account can have that name. */
  static Optional<AccountName> read(String text) {
    Matcher form = FORM.matcher(text);
    if (!form.matches()) {
      return Optional.empty();
    }
    boolean campaign = form.group(1) != null;
    return uuid(form.group(campaign ? 2 : 4))
        .map(id -> new AccountName(campaign ? Owner.CAMPAIGN : Owner.CLIP, id, text));
  }

  /** Only as it is written in the journal. */
  private static Optional<UUID> uuid(String text) {
    try {
      return Optional.of(UUID.fromString(text)).filter(id -> id.toString().equals(text));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
