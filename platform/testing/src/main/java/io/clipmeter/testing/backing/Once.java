package io.clipmeter.testing.backing;

import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A value that is made at its first use, by one thread, and again only if making it failed. */
public final class Once<T> {

  private final Supplier<T> maker;
  private @Nullable T made;

  /** Says how to make the value, and does not make it yet. */
  public Once(Supplier<T> maker) {
    this.maker = maker;
  }

  /** The value; the first call makes it and lets the maker's exception through. */
  public synchronized T get() {
    T value = made;
    if (value == null) {
      value = maker.get();
      made = value;
    }
    return value;
  }

  /** Does something with the value if it was ever made, and forgets it. */
  public synchronized void end(Consumer<T> action) {
    T value = made;
    made = null;
    if (value != null) {
      action.accept(value);
    }
  }
}
