package io.clipmeter.tracking.trend;

import io.clipmeter.chassis.problem.ProblemType;
import io.clipmeter.events.Platform;
import io.clipmeter.tracking.source.discovery.Sound;
import io.clipmeter.tracking.trend.TrendLists.Listed;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Shows what trends, as last known; an old list has a newer one had in the background. */
@RestController
class TrendController {
  private static final ProblemType INVALID_COUNTRY =
      new ProblemType("invalid-country", 400, "There are no trends of this country");
  private static final ProblemType WITHOUT_TRENDS =
      new ProblemType("platform-without-trends", 400, "There are no trends of this platform");

  private final TrendLists lists;
  private final TrendRefresher refresher;
  private final TrendSettings settings;

  TrendController(TrendLists lists, TrendRefresher refresher, TrendSettings settings) {
    this.lists = lists;
    this.refresher = refresher;
    this.settings = settings;
  }

  /**
   * @param listedAt when the list was had; null while none is known
   * @param stale whether a newer one is wanted: ask again in a while
   * @param videos first place first; empty while no list is known
   */
  record TrendingVideos(
      String country, @Nullable Instant listedAt, boolean stale, List<TrendingVideo> videos) {}

  /**
   * @param listedAt when the list was had; null while none is known
   * @param stale whether a newer one is wanted: ask again in a while
   * @param sounds first place first; empty while no list is known
   */
  record TrendingAudio(
      String country, @Nullable Instant listedAt, boolean stale, List<Sound> sounds) {}

  @Operation(operationId = "trendingVideos", summary = "The most viewed videos of a country")
  @ApiResponse(responseCode = "200", description = "The last known list and its time")
  @ApiResponse(responseCode = "400", description = "invalid-country, platform-without-trends")
  @GetMapping("/api/trending/videos")
  TrendingVideos videos(
      @RequestParam String country, @RequestParam(required = false) @Nullable Platform platform) {
    check(country);
    if (platform != null && platform != Platform.TIKTOK) {
      throw WITHOUT_TRENDS.because("Only TIKTOK has trends by country.");
    }
    Optional<Listed<TrendingVideo>> list = lists.videos(country);
    boolean stale = stale(TrendKind.VIDEOS, country, list.map(Listed::at));
    return new TrendingVideos(
        country,
        list.map(Listed::at).orElse(null),
        stale,
        list.map(Listed::places).orElse(List.of()));
  }

  @Operation(operationId = "trendingAudio", summary = "The most used sounds of a country")
  @ApiResponse(responseCode = "200", description = "The last known list and its time")
  @ApiResponse(responseCode = "400", description = "invalid-country")
  @GetMapping("/api/trending/audio")
  TrendingAudio audio(@RequestParam String country) {
    check(country);
    Optional<Listed<Sound>> list = lists.sounds(country);
    boolean stale = stale(TrendKind.SOUNDS, country, list.map(Listed::at));
    return new TrendingAudio(
        country,
        list.map(Listed::at).orElse(null),
        stale,
        list.map(Listed::places).orElse(List.of()));
  }

  private void check(String country) {
    if (!settings.countries().contains(country)) {
      throw INVALID_COUNTRY.because(
          "country must be one of " + String.join(", ", settings.countries()) + ".");
    }
  }

  private boolean stale(TrendKind kind, String country, Optional<Instant> at) {
    boolean stale = at.isEmpty() || refresher.stale(at.get());
    if (stale) {
      refresher.refresh(kind, country);
    }
    return stale;
  }
}
