package io.clipmeter.local.simulator.scrape;

import io.clipmeter.local.simulator.http.Refused;
import io.clipmeter.local.simulator.item.VideoUrl;
import io.clipmeter.local.simulator.scrape.Listing.Kind;
import io.clipmeter.local.simulator.views.Platform;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** The questions of an input that lead to several videos. */
final class Listings {
  private static final int LIMIT_MAX = 500;

  private Listings() {}

  /** The fields that make an input complete without a URL. */
  static List<String> fields(Actor actor) {
    return switch (actor) {
      case TIKTOK -> List.of("profiles", "hashtags", "searchQueries");
      case YOUTUBE -> List.of("searchQueries");
      case TIKTOK_TRENDS -> List.of("adsScrapeVideos", "adsScrapeSounds");
      case INSTAGRAM, INSTAGRAM_REEL -> List.of();
    };
  }

  /**
   * All of them.
   *
   * @throws Refused 400 {@code invalid-input} when the input is not of the actor's form
   */
  static List<Listing> of(Actor actor, JsonNode input) {
    Platform platform = actor.shape().platform();
    int limit = limit(actor, input);
    boolean details = input.path("resultsType").asString("").equals("details");
    var found = new ArrayList<Listing>();
    for (String field : fields(actor)) {
      for (String text : texts(field, input.path(field))) {
        String subject = text.startsWith("@") || text.startsWith("#") ? text.substring(1) : text;
        found.add(new Listing(platform, kind(field), text, subject, limit));
      }
    }
    ActorInput.urls(actor, input).stream()
        .filter(url -> VideoUrl.of(platform, url).isEmpty())
        .flatMap(url -> Listing.ofUrl(platform, url, details, limit).stream())
        .forEach(found::add);
    return found;
  }

  private static Kind kind(String field) {
    return switch (field) {
      case "profiles" -> Kind.ACCOUNT;
      case "hashtags" -> Kind.TAG;
      default -> Kind.WORDS;
    };
  }

  private static int limit(Actor actor, JsonNode input) {
    String field =
        switch (actor) {
          case TIKTOK, TIKTOK_TRENDS -> "resultsPerPage";
          case YOUTUBE -> "maxResultsShorts";
          case INSTAGRAM, INSTAGRAM_REEL -> "resultsLimit";
        };
    JsonNode limit = input.path(field);
    return limit.isInt() ? Math.clamp(limit.intValue(), 0, LIMIT_MAX) : 1;
  }

  private static List<String> texts(String field, JsonNode array) {
    var texts = new ArrayList<String>();
    for (JsonNode text : array) {
      if (!text.isString() || text.stringValue().isBlank()) {
        throw new Refused(
            400, "invalid-input", "Input is not valid: Field input." + field + " must hold text");
      }
      texts.add(text.stringValue().strip());
    }
    return texts;
  }
}
