package io.clipmeter.analytics.top;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.validation.Valid;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The most viewed hashtags, sounds and creators, for admins and analysts. */
@RestController
class TopController {
  private final Tops tops;
  private final Clock clock;

  TopController(Tops tops, Clock clock) {
    this.tops = tops;
    this.clock = clock;
  }

  /**
   * @param from the first day whose videos count, in UTC
   * @param items most views or plays first
   */
  record TopList(LocalDate from, List<Top> items) {}

  @Operation(operationId = "topHashtags", summary = "The hashtags of the most viewed videos")
  @ApiResponse(responseCode = "200")
  @GetMapping("/api/analytics/hashtags")
  TopList hashtags(@Valid @ParameterObject TopWindow window) {
    return list(TopKind.HASHTAG, window);
  }

  @Operation(operationId = "topSounds", summary = "The sounds of the most viewed videos")
  @ApiResponse(responseCode = "200")
  @GetMapping("/api/analytics/sounds")
  TopList sounds(@Valid @ParameterObject TopWindow window) {
    return list(TopKind.SOUND, window);
  }

  @Operation(operationId = "topCreators", summary = "The creators of the most viewed videos")
  @ApiResponse(responseCode = "200")
  @GetMapping("/api/analytics/creators")
  TopList creators(@Valid @ParameterObject TopWindow window) {
    return list(TopKind.CREATOR, window);
  }

  private TopList list(TopKind kind, TopWindow window) {
    LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    return new TopList(window.first(today), tops.list(kind, window, today));
  }
}
