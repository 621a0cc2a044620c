package io.clipmeter.earnings.terms;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The terms of a campaign, oldest first.
 *
 * @param versions in ascending order of their versions
 */
public record TermsHistory(List<Terms> versions) {
  public TermsHistory {
    versions = List.copyOf(versions);
  }

  /** The newest; empty where the campaign has not been heard of. */
  Optional<Terms> newest() {
    return versions.isEmpty() ? Optional.empty() : Optional.of(versions.getLast());
  }

  /**
   * The terms that hold for a version of the campaign: those of the last version up to it that
   * changed them.
   *
   * @param version null for the newest
   * @throws IllegalStateException where there are none at all
   */
  public Terms at(@Nullable Long version) {
    if (versions.isEmpty()) {
      throw new IllegalStateException("a campaign without terms");
    }
    return version == null
        ? versions.getLast()
        : versions.stream()
            .filter(terms -> terms.version() <= version)
            .reduce((older, newer) -> newer)
            .orElse(versions.getFirst());
  }
}
