package io.clipmeter.submission.progress;

import io.clipmeter.events.Event;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What is told at one time, once of each thing: one statement takes it, column by column. */
record Told<T>(Collection<T> all) {

  /** Of each thing what was told first. */
  static <T> Told<T> first(Stream<T> told, Function<T, Object> thing) {
    return each(told, thing, (one, other) -> one);
  }

  /** Of each key what is newest; of two of the same instant the first. */
  static <E extends Event> Told<E> newest(Stream<E> told, Function<E, Instant> at) {
    return each(
        told, Event::key, (one, other) -> at.apply(other).isAfter(at.apply(one)) ? other : one);
  }

  private static <T> Told<T> each(
      Stream<T> told, Function<T, Object> thing, BinaryOperator<T> kept) {
    Map<Object, T> byThing = new LinkedHashMap<>();
    told.forEach(each -> byThing.merge(thing.apply(each), each, kept));
    return new Told<>(byThing.values());
  }

  boolean isEmpty() {
    return all.isEmpty();
  }

  /** PostgreSQL reads ids, names and times from text alike. */
  String[] texts(Function<T, Object> part) {
    return column(each -> part.apply(each).toString(), String[]::new);
  }

  <C> C[] column(Function<T, @Nullable C> part, IntFunction<C[]> array) {
    return all.stream().map(part).toArray(array);
  }
}
