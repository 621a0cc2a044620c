package io.clipmeter.tracking.observation;

import io.clipmeter.chassis.web.Page;
import io.clipmeter.chassis.web.PageQuery;
import io.clipmeter.events.ReadingOutcome;
import io.clipmeter.events.Source;
import io.clipmeter.events.UnavailableReason;
import io.clipmeter.tracking.source.Counts;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Every reading there was, in monthly partitions. */
@Component
public class Observations {
  private static final String ADD =
      """
      INSERT INTO observation (clip_id, reading_id, kind, outcome, reason, views, likes, comments, shares, saves,
                               count_kind, observed_at, source)
      SELECT * FROM unnest(:clips::uuid[], :readings::uuid[], :kinds::text[], :outcomes::text[], :reasons::text[],
                           :views::bigint[], :likes::bigint[], :comments::bigint[], :shares::bigint[],
                           :saves::bigint[], :count_kinds::text[], :ats::timestamptz[], :sources::text[])
      """;
  private static final String HISTORY =
      """
      SELECT reading_id, kind, outcome, reason, views, likes, comments, shares, saves, count_kind, observed_at, source
      FROM observation WHERE clip_id = :clip AND reading_id < :before
      ORDER BY reading_id DESC LIMIT :limit
      """;
  private static final String MONTH = "SELECT create_observation_month(:month)";

  private final Set<LocalDate> months = ConcurrentHashMap.newKeySet();
  private final JdbcClient jdbc;
  private final ClipDays days;

  Observations(JdbcClient jdbc, ClipDays days) {
    this.jdbc = jdbc;
    this.days = days;
  }

  /** Keeps these readings, and what the day stands at after them. */
  public void add(List<Observation> observations) {
    if (observations.isEmpty()) {
      return;
    }
    observations.forEach(observation -> makeSureOf(month(observation.observedAt())));
    jdbc.sql(ADD)
        .param("clips", texts(observations, Observation::clipId))
        .param("readings", texts(observations, Observation::readingId))
        .param("kinds", texts(observations, Observation::kind))
        .param("outcomes", texts(observations, o -> o.verdict().outcome()))
        .param("reasons", texts(observations, o -> o.verdict().reason()))
        .param("views", counts(observations, Counts::views))
        .param("likes", counts(observations, Counts::likes))
        .param("comments", counts(observations, Counts::comments))
        .param("shares", counts(observations, Counts::shares))
        .param("saves", counts(observations, Counts::saves))
        .param("count_kinds", texts(observations, Observations::countKind))
        .param("ats", texts(observations, Observation::observedAt))
        .param("sources", texts(observations, Observation::source))
        .update();
    List<Observation> good =
        observations.stream().filter(o -> o.verdict() instanceof Verdict.Observed).toList();
    if (!good.isEmpty()) {
      days.add(good);
    }
  }

  /** A clip's readings, newest first. */
  public Page<PastReading> history(UUID clipId, PageQuery query) {
    List<PastReading> fetched =
        jdbc.sql(HISTORY)
            .param("clip", clipId)
            .param("before", query.before())
            .param("limit", query.limit())
            .query((rs, n) -> pastReading(rs))
            .list();
    return Page.of(fetched, query, PastReading::readingId);
  }

  /** Makes the partitions of this month and of so many after it, where they are missing. */
  void createMonths(Instant now, int ahead) {
    LocalDate month = month(now);
    for (int i = 0; i <= ahead; i++) {
      makeSureOf(month.plusMonths(i));
    }
  }

  /** Drops the months that are older than these whole ones; says how many. */
  int dropMonths(Instant now, int keep) {
    return jdbc.sql("SELECT drop_observation_months_before(:month)")
        .param("month", month(now).minusMonths(keep))
        .query(Integer.class)
        .single();
  }

  /** A month is only noted once it was there before: what made it may be rolled back. */
  private void makeSureOf(LocalDate month) {
    if (!months.contains(month)
        && jdbc.sql(MONTH).param("month", month).query(Boolean.class).single()) {
      months.add(month);
    }
  }

  private static LocalDate month(Instant instant) {
    return LocalDate.ofInstant(instant, ZoneOffset.UTC).withDayOfMonth(1);
  }

  private static PastReading pastReading(ResultSet rs) throws SQLException {
    String reason = rs.getString("reason");
    String countKind = rs.getString("count_kind");
    Timestamp at = rs.getTimestamp("observed_at");
    return new PastReading(
        rs.getObject("reading_id", UUID.class),
        Observation.Kind.valueOf(rs.getString("kind")),
        ReadingOutcome.valueOf(rs.getString("outcome")),
        reason == null ? null : UnavailableReason.valueOf(reason),
        rs.getObject("views", Long.class),
        countKind == null ? null : Counts.Kind.valueOf(countKind),
        rs.getObject("likes", Long.class),
        rs.getObject("comments", Long.class),
        rs.getObject("shares", Long.class),
        rs.getObject("saves", Long.class),
        at.toInstant(),
        Source.valueOf(rs.getString("source")));
  }

  /** Of an outcome without a number there is none, whatever was read. */
  private static @Nullable Object countKind(Observation observation) {
    return switch (observation.verdict()) {
      case Verdict.Observed observed -> observation.countKind();
      case Verdict.Implausible implausible -> observation.countKind();
      case Verdict.Suspicious suspicious -> observation.countKind();
      case Verdict.Gone gone -> null;
      case Verdict.Unknown unknown -> null;
    };
  }

  private static @Nullable String[] texts(
      List<Observation> observations, Function<Observation, @Nullable Object> part) {
    return observations.stream()
        .map(part)
        .map(value -> value == null ? null : value.toString())
        .toArray(String[]::new);
  }

  private static @Nullable Long[] counts(
      List<Observation> observations, Function<Counts, @Nullable Long> part) {
    return observations.stream()
        .map(Observation::verdict)
        .map(
            verdict ->
                switch (verdict) {
                  case Verdict.Observed(Counts counts, var facts) -> part.apply(counts);
                  case Verdict.Implausible(long views) -> part.apply(Counts.ofViews(views));
                  case Verdict.Suspicious(long views) -> part.apply(Counts.ofViews(views));
                  case Verdict.Gone gone -> null;
                  case Verdict.Unknown unknown -> null;
                })
        .toArray(Long[]::new);
  }
}
