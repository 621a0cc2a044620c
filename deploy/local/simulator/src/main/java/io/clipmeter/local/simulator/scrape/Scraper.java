package io.clipmeter.local.simulator.scrape;

import io.clipmeter.local.simulator.fault.Fault;
import io.clipmeter.local.simulator.fault.FaultKind;
import io.clipmeter.local.simulator.item.Shape;
import io.clipmeter.local.simulator.item.VideoUrl;
import io.clipmeter.local.simulator.item.VideoUrl.Form;
import io.clipmeter.local.simulator.state.Accounts;
import io.clipmeter.local.simulator.state.GoneVideos;
import io.clipmeter.local.simulator.state.Ticks;
import io.clipmeter.local.simulator.views.Counts;
import io.clipmeter.local.simulator.views.VideoKey;
import io.clipmeter.local.simulator.views.Views;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Turns what a run was asked into items. */
public record Scraper(Views views, Ticks ticks, GoneVideos gone, Accounts accounts) {
  private static final Counts EXTRA = new Counts(4_242L, 42L, 4L, 2L, 1L);

  /** Fixes what holds now, so that the items do not change while the run goes on. */
  public Scrape start(Actor actor, JsonNode input, List<Fault> faults) {
    Set<String> deleted =
        videos(actor, input).stream()
            .filter(gone::contains)
            .map(VideoKey::id)
            .collect(Collectors.toSet());
    return new Scrape(actor, input, ticks.now(), faults, deleted);
  }

  /** The videos that an input names. */
  public static List<VideoKey> videos(Actor actor, JsonNode input) {
    return ActorInput.urls(actor, input).stream()
        .flatMap(url -> VideoUrl.of(actor.shape().platform(), url).stream())
        .map(VideoUrl::video)
        .distinct()
        .toList();
  }

  /** The items, each made when it is asked for. */
  public List<Supplier<ObjectNode>> items(Scrape scrape) {
    if (scrape.actor() == Actor.TIKTOK_TRENDS) {
      return Trends.items(scrape.input());
    }
    var items = new ArrayList<Supplier<ObjectNode>>();
    for (String url : ActorInput.urls(scrape.actor(), scrape.input())) {
      item(scrape, url).ifPresent(items::add);
    }
    Listings.of(scrape.actor(), scrape.input()).forEach(listing -> list(scrape, listing, items));
    if (scrape.hits(FaultKind.EXTRA_ITEM)) {
      items.add(() -> extra(scrape.actor().shape()));
    }
    return scrape.hits(FaultKind.SHUFFLED) ? items.reversed() : items;
  }

  private Optional<Supplier<ObjectNode>> item(Scrape scrape, String url) {
    Shape shape = scrape.actor().shape();
    Optional<VideoUrl> asked = VideoUrl.of(shape.platform(), url);
    if (asked.isEmpty()) {
      return isListing(scrape, url) ? Optional.empty() : shape.noItems(url).map(item -> () -> item);
    }
    String id = asked.get().video().id();
    if (scrape.hits(FaultKind.MISSING, id)) {
      return Optional.empty();
    }
    if (isNotFound(scrape, asked.get())) {
      return shape.notFound(url).map(item -> () -> item);
    }
    return views
        .of(asked.get().video(), scrape.tick())
        .map(counts -> scrape.hits(FaultKind.ZERO_VIEWS, id) ? counts.withViews(0L) : counts)
        .map(counts -> () -> seen(scrape, asked.get(), counts));
  }

  private static boolean isNotFound(Scrape scrape, VideoUrl asked) {
    String id = asked.video().id();
    return asked.form() == Form.PHOTO
        || scrape.gone().contains(id)
        || scrape.hits(FaultKind.NOT_FOUND, id);
  }

  private static boolean isListing(Scrape scrape, String url) {
    return Listings.of(scrape.actor(), scrape.input()).stream()
        .anyMatch(listing -> listing.asked().equals(url));
  }

  private void list(Scrape scrape, Listing listing, List<Supplier<ObjectNode>> items) {
    Shape shape = scrape.actor().shape();
    boolean isOfAccount = listing.isOfAccount();
    if (isOfAccount && accounts.isGone(listing.platform(), listing.subject())) {
      shape.noAccount(listing.asked()).ifPresent(item -> items.add(() -> item));
      return;
    }
    if (listing.kind() == Listing.Kind.DETAILS) {
      var account = accounts.of(listing.platform(), listing.subject());
      items.add(() -> shape.details(listing.asked(), account));
    }
    for (VideoUrl video : listing.videos()) {
      if (isOfAccount) {
        accounts.listed(video.video(), listing.subject());
      }
      if (!gone.contains(video.video())) {
        item(scrape, video.url()).ifPresent(items::add);
      }
    }
  }

  private ObjectNode seen(Scrape scrape, VideoUrl asked, Counts counts) {
    Shape shape = scrape.actor().shape();
    ObjectNode item = shape.seen(asked, counts, accounts.author(asked.video()));
    return scrape.hits(FaultKind.NULL_VIEWS, asked.video().id())
        ? item.putNull(shape.viewsField())
        : item;
  }

  /** A related video that nobody asked for. */
  private ObjectNode extra(Shape shape) {
    String url =
        switch (shape) {
          case TIKTOK -> "https://www.tiktok.com/@related.example/video/7400000000000000042";
          case YOUTUBE -> "https://www.youtube.com/watch?v=Related_00A";
          case INSTAGRAM, INSTAGRAM_REEL -> "https://www.instagram.com/reel/DRelated00A/";
        };
    VideoUrl video = VideoUrl.of(shape.platform(), url).orElseThrow();
    return shape.seen(video, EXTRA, accounts.author(video.video()));
  }
}
