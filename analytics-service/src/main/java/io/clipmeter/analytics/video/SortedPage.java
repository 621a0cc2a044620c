package io.clipmeter.analytics.video;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The part of a list that is asked for.
 *
 * @param sort NEWEST where it is missing
 * @param pageSize 1 to 100; 20 where it is missing
 * @param pageToken the nextPageToken of the page before, which was sorted alike
 */
record SortedPage(
    @Nullable VideoOrder sort,
    @Min(1) @Max(100) @Nullable Integer pageSize,
    @Nullable String pageToken) {
  private static final int USUAL_SIZE = 20;

  VideoOrder order() {
    return Objects.requireNonNullElse(sort, VideoOrder.NEWEST);
  }

  int size() {
    return Objects.requireNonNullElse(pageSize, USUAL_SIZE);
  }

  /**
   * Where the page before ended; empty for the first one.
   *
   * @throws io.clipmeter.chassis.problem.ProblemException 400 where the token is none of this order
   */
  Optional<Place> after() {
    if (pageToken == null || pageToken.isEmpty()) {
      return Optional.empty();
    }
    Optional<Place> place = Place.of(pageToken, order());
    if (place.isEmpty()) {
      throw Place.UNKNOWN.because("pageToken must be the nextPageToken of an answer sorted alike.");
    }
    return place;
  }
}
