package io.clipmeter.local.simulator.scrape;

import io.clipmeter.local.simulator.http.Refused;
import io.clipmeter.local.simulator.item.Shape;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/** A scraper that can be run. */
public enum Actor {
  TIKTOK("clockworks~tiktok-scraper", Shape.TIKTOK, "postURLs"),
  YOUTUBE("streamers~youtube-scraper", Shape.YOUTUBE, "startUrls"),
  INSTAGRAM("apify~instagram-scraper", Shape.INSTAGRAM, "directUrls"),
  INSTAGRAM_REEL("apify~instagram-reel-scraper", Shape.INSTAGRAM_REEL, "directUrls", "username"),
  TIKTOK_TRENDS("clockworks~tiktok-trends-scraper", Shape.TIKTOK);

  private final String name;
  private final Shape shape;
  private final List<String> urlFields;

  Actor(String name, Shape shape, String... urlFields) {
    this.name = name;
    this.shape = shape;
    this.urlFields = List.of(urlFields);
  }

  /**
   * By name ({@code user~actor}) or id.
   *
   * @throws Refused 404 when there is none
   */
  public static Actor of(String nameOrId) {
    return Arrays.stream(values())
        .filter(actor -> Set.of(actor.name, actor.id()).contains(nameOrId))
        .findFirst()
        .orElseThrow(() -> new Refused(404, "record-not-found", "Actor was not found"));
  }

  public String actorName() {
    return name;
  }

  public String id() {
    return ApifyIds.of(name, "actor");
  }

  Shape shape() {
    return shape;
  }

  /** The input fields that may hold URLs, the usual one first. */
  List<String> urlFields() {
    return urlFields;
  }
}
