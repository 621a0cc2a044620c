package io.clipmeter.local.simulator.scrape;

import io.clipmeter.local.simulator.http.Json;
import io.clipmeter.local.simulator.http.Refused;
import io.clipmeter.local.simulator.item.VideoUrl;
import io.clipmeter.local.simulator.scrape.Listing.Kind;
import io.clipmeter.local.simulator.views.Draw;
import io.clipmeter.local.simulator.views.Platform;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The trends of a country as clockworks~tiktok-trends-scraper answers them: always the same. */
final class Trends {
  private static final int LIMIT_MAX = 100;
  private static final List<String> SONGS =
      List.of("Paper Boats", "Slow Elevator", "Neon Porridge", "Blue Hour", "Tin Roof");

  private Trends() {}

  static List<Supplier<ObjectNode>> items(JsonNode input) {
    int limit = Math.clamp(input.path("resultsPerPage").asInt(1), 1, LIMIT_MAX);
    var items = new ArrayList<Supplier<ObjectNode>>();
    if (input.path("adsScrapeVideos").asBoolean(false)) {
      String country = country(input, "adsVideosCountryCode");
      List<VideoUrl> videos = videos("trending in " + country, limit);
      for (int i = 0; i < videos.size(); i++) {
        int rank = i + 1;
        VideoUrl video = videos.get(i);
        items.add(() -> item("video", country, rank).put("id", video.video().id()));
      }
    }
    if (input.path("adsScrapeSounds").asBoolean(false)) {
      String country = country(input, "adsSoundsCountryCode");
      for (int rank = 1; rank <= limit; rank++) {
        int place = rank;
        items.add(() -> sound(country, place));
      }
    }
    return items;
  }

  private static ObjectNode sound(String country, int rank) {
    Draw draw = new Draw("sound " + country + " " + rank);
    ObjectNode item = item("sound", country, rank);
    item.put("id", "7" + draw.text("id", 18, "0123456789"));
    item.put("name", draw.pick("song", SONGS) + " " + rank).put("author", "Sample Band");
    item.put("totalVideos", draw.number("total", 1_000, 900_000));
    var related = item.putArray("relatedItems");
    videos("sound " + country + " " + rank, 3)
        .forEach(video -> related.addObject().put("itemId", video.video().id()));
    return item;
  }

  private static ObjectNode item(String type, String country, int rank) {
    return Json.MAPPER
        .createObjectNode()
        .put("type", type)
        .put("countryCode", country)
        .put("rank", rank)
        .put("rankDiff", 0)
        .put("durationSec", 30);
  }

  private static List<VideoUrl> videos(String subject, int limit) {
    return new Listing(Platform.TIKTOK, Kind.WORDS, subject, subject, limit).videos();
  }

  private static String country(JsonNode input, String field) {
    String country = input.path(field).asString("US");
    if (!country.matches("[A-Z]{2}")) {
      throw new Refused(
          400, "invalid-input", "Input is not valid: Field input." + field + " must be a country");
    }
    return country;
  }
}
