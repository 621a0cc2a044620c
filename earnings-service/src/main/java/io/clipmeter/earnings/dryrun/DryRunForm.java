package io.clipmeter.earnings.dryrun;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A round that is supposed.
 *
 * @param readings one for each clip of the round; what held rounds have read is added
 */
record DryRunForm(@NotNull @Size(min = 1, max = 10_000) List<@NotNull @Valid Supposed> readings) {

  /**
   * A clip's reading.
   *
   * @param views the platform's count; null where the clip could not be read
   */
  record Supposed(@NotNull UUID clipId, @Nullable @Min(0) Long views) {}
}
