package io.clipmeter.analytics.video;

import io.clipmeter.events.Event;
import io.clipmeter.events.VideoObserved;
import io.clipmeter.events.VideoUnavailable;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** The videos as they are now, and the sums of them. */
@Component
class Videos {
  private static final Comparator<VideoObserved> NEWEST =
      Comparator.comparing(VideoObserved::observedAt)
          .thenComparing(VideoObserved::views, Comparator.nullsFirst(Comparator.naturalOrder()))
          .thenComparing(video -> video.metric() == null ? "" : video.metric().name());
  private static final Comparator<VideoUnavailable> LATEST =
      Comparator.comparing(VideoUnavailable::observedAt)
          .thenComparing(video -> video.reason().name());

  private final JdbcClient jdbc;
  private final JsonMapper json;

  Videos(JdbcClient jdbc, JsonMapper json) {
    this.jdbc = jdbc;
    this.json = json;
  }

  /** A video that was posted for a campaign on schedule. */
  private record Posted(UUID campaign, VideoObserved video) {}

  /** Takes over what is newer than what is known. */
  void learn(List<Event> heard) {
    List<VideoObserved> observed = only(VideoObserved.class, heard);
    observe(each(observed, VideoObserved::key, BinaryOperator.maxBy(NEWEST)));
    post(observed);
    lose(
        each(
            only(VideoUnavailable.class, heard),
            VideoUnavailable::key,
            BinaryOperator.maxBy(LATEST)));
  }

  private void observe(Collection<VideoObserved> videos) {
    if (!videos.isEmpty()) {
      jdbc.sql(VideoStatements.OBSERVE).param("videos", json.writeValueAsString(videos)).update();
    }
  }

  /** Of every record, also an older one: a campaign that a video was posted for stays. */
  private void post(List<VideoObserved> videos) {
    List<Posted> posted =
        videos.stream()
            .flatMap(video -> campaigns(video).stream().map(id -> new Posted(id, video)))
            .toList();
    if (posted.isEmpty()) {
      return;
    }
    jdbc.sql(VideoStatements.POST)
        .param("campaigns", posted.stream().map(Posted::campaign).toArray(UUID[]::new))
        .param("platforms", texts(posted, each -> each.video().platform()))
        .param("videos", texts(posted, each -> each.video().videoId()))
        .update();
  }

  private static List<UUID> campaigns(VideoObserved video) {
    return Objects.requireNonNullElse(video.postedFor(), List.of());
  }

  private void lose(Collection<VideoUnavailable> videos) {
    if (videos.isEmpty()) {
      return;
    }
    jdbc.sql(VideoStatements.LOSE)
        .param("platforms", texts(videos, VideoUnavailable::platform))
        .param("videos", texts(videos, VideoUnavailable::videoId))
        .param("reasons", texts(videos, VideoUnavailable::reason))
        .param("times", texts(videos, VideoUnavailable::observedAt))
        .update();
  }

  private static <T> List<T> only(Class<T> type, List<Event> events) {
    return events.stream().filter(type::isInstance).map(type::cast).toList();
  }

  private static <E> Collection<E> each(
      List<E> events, Function<E, String> key, BinaryOperator<E> kept) {
    Map<String, E> byKey = new TreeMap<>();
    events.forEach(event -> byKey.merge(key.apply(event), event, kept));
    return byKey.values();
  }

  /** PostgreSQL reads names and times from text alike. */
  private static <T> String[] texts(Collection<T> all, Function<T, Object> part) {
    return all.stream().map(part).map(Object::toString).toArray(String[]::new);
  }
}
