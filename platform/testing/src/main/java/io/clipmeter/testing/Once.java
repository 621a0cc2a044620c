package io.clipmeter.testing;

import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A value that is made at its first use, by one thread, and again only if making it failed. */
final class Once<T> {

  private final Supplier<T> maker;
  private @Nullable T made;

  Once(Supplier<T> maker) {
    this.maker = maker;
  }

  synchronized T get() {
    T value = made;
    if (value == null) {
      value = maker.get();
      made = value;
    }
    return value;
  }

  synchronized void ifMade(Consumer<T> action) {
    T value = made;
    if (value != null) {
      action.accept(value);
    }
  }
}
