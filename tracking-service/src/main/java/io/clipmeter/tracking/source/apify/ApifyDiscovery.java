package io.clipmeter.tracking.source.apify;

import io.clipmeter.events.Platform;
import io.clipmeter.events.Source;
import io.clipmeter.tracking.source.Reading;
import io.clipmeter.tracking.source.VideoKey;
import io.clipmeter.tracking.source.VideoRef;
import io.clipmeter.tracking.source.actor.Actor;
import io.clipmeter.tracking.source.actor.ListingInput;
import io.clipmeter.tracking.source.call.ProviderFault;
import io.clipmeter.tracking.source.discovery.Discovery;
import io.clipmeter.tracking.source.discovery.FoundVideo;
import io.clipmeter.tracking.source.discovery.Listing;
import io.clipmeter.tracking.source.discovery.Question;
import io.clipmeter.tracking.source.discovery.Sound;
import io.clipmeter.tracking.source.discovery.Trend;
import io.clipmeter.tracking.source.item.Item;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Lists videos through the actors that show accounts' pages, and trends through one of its own. */
final class ApifyDiscovery implements Discovery {
  private static final Logger LOG = LoggerFactory.getLogger(ApifyDiscovery.class);

  /** No platform's ids are longer, and what is no id would be nobody's video. */
  private static final String ID = "[A-Za-z0-9_-]{1,64}";

  private final ApifySettings.Actors actors;
  private final Source source;
  private final ActorRunner runner;
  private final Clock clock;

  ApifyDiscovery(ApifySettings settings, ActorRunner runner, Clock clock) {
    this.actors = settings.actors();
    this.source = settings.source();
    this.runner = runner;
    this.clock = clock;
  }

  @Override
  public Listing find(Question question) {
    Actor actor = Actor.of(question.platform(), actors.ofPages(question.platform()));
    try {
      return listing(
          question,
          actor,
          runner.run(
              actor.id(),
              ListingInput.of(question),
              ListingInput.videosMax(question),
              item -> item));
    } catch (ProviderFault fault) {
      LOG.warn("apify {}: a list is unread: {}", actor.id(), fault.getMessage());
      return new Listing.Unknown(fault.kind(), String.valueOf(fault.getMessage()));
    }
  }

  private Listing listing(Question question, Actor actor, ActorRunner.Result<Item> result) {
    List<Item> items = result.items();
    Map<VideoKey, FoundVideo> found = new LinkedHashMap<>();
    for (Item item : items) {
      videoOrNone(actor, item).ifPresent(video -> found.putIfAbsent(video.video().key(), video));
    }
    boolean account = question.kind() == Question.Kind.ACCOUNT;
    if (found.isEmpty() && (account || !items.isEmpty() || !result.complete())) {
      return nothing(items, account && result.complete());
    }
    return new Listing.Found(
        found.values().stream().limit(question.limit()).toList(), source, now());
  }

  /** One odd item is one video less, and not a whole list that is had and paid for again. */
  private static Optional<FoundVideo> videoOrNone(Actor actor, Item item) {
    try {
      return video(actor, item);
    } catch (RuntimeException fault) {
      LOG.error("an item of {} cannot be read", actor.id(), fault);
      return Optional.empty();
    }
  }

  private static Optional<FoundVideo> video(Actor actor, Item item) {
    String id = ApifyErrors.isError(item) ? null : actor.videoId(item);
    return id != null && id.matches(ID) && actor.reading(item) instanceof Reading.Ok ok
        ? Optional.of(new FoundVideo(ref(actor.platform(), id, ok), ok))
        : Optional.empty();
  }

  private static VideoRef ref(Platform platform, String id, Reading.Ok ok) {
    var author = ok.facts().author();
    return ListingInput.video(platform, id, author == null ? null : author.username());
  }

  /** Of an account that a run of its own asked for, an error item may say that it is gone. */
  private static Listing nothing(List<Item> items, boolean believed) {
    return items.stream()
        .filter(item -> believed && ApifyErrors.isError(item))
        .map(ApifyErrors::said)
        .filter(Reading.Gone.class::isInstance)
        .map(Reading.Gone.class::cast)
        .findFirst()
        .<Listing>map(gone -> new Listing.Gone(gone.reason()))
        .orElseGet(() -> new Listing.Unknown("no video in the answer"));
  }

  @Override
  public Trend<VideoRef> videos(String country, int limit) {
    return trend(
        Map.of(
            "adsScrapeVideos",
            true,
            "adsVideosCountryCode",
            country,
            "adsSortVideosBy",
            "vv",
            "resultsPerPage",
            limit),
        limit,
        "video",
        item ->
            Optional.ofNullable(item.id("id"))
                .filter(id -> id.matches("[0-9]{1,20}"))
                .map(id -> ListingInput.video(Platform.TIKTOK, id, null)));
  }

  @Override
  public Trend<Sound> sounds(String country, int limit) {
    return trend(
        Map.of(
            "adsScrapeSounds",
            true,
            "adsSoundsCountryCode",
            country,
            "adsRankType",
            "popular",
            "resultsPerPage",
            limit),
        limit,
        "sound",
        ApifyDiscovery::sound);
  }

  private static Optional<Sound> sound(Item item) {
    String id = item.id("id");
    Long rank = item.plausible("rank");
    return id == null || rank == null || rank < 1 || rank > 10_000
        ? Optional.empty()
        : Optional.of(
            new Sound(
                rank.intValue(),
                id,
                item.text("name"),
                item.text("author"),
                item.plausible("totalVideos"),
                item.texts("relatedItems", related -> related.id("itemId"))));
  }

  private <T> Trend<T> trend(
      Map<String, Object> input, int limit, String type, Function<Item, Optional<T>> place) {
    try {
      List<T> places =
          runner.run(actors.trends(), input, limit, item -> item).items().stream()
              .filter(item -> item.textOrEmpty("type").equals(type))
              .flatMap(item -> place.apply(item).stream())
              .toList();
      return places.isEmpty()
          ? new Trend.Unknown<>("no place in the answer")
          : new Trend.Ranked<>(places, now());
    } catch (ProviderFault fault) {
      LOG.warn("apify {}: trends are unread: {}", actors.trends(), fault.getMessage());
      return new Trend.Unknown<>(String.valueOf(fault.getMessage()));
    }
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }
}
