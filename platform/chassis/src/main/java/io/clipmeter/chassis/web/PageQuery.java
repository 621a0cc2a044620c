package io.clipmeter.chassis.web;

import java.util.Optional;
import java.util.UUID;

/**
 * What a caller asked of a list (AIP-158): at most {@code size} items, those that come after the
 * item with the id {@code after}. Lists are newest first, so "after" means a smaller id; in one
 * that says that it is oldest first it means a larger one.
 *
 * @param size 1 to 100
 */
public record PageQuery(int size, Optional<UUID> after) {
  static final int DEFAULT_SIZE = 20;
  static final int MAX_SIZE = 100;
  private static final UUID NEWEST = UUID.fromString("ffffffff-ffff-ffff-ffff-ffffffffffff");

  public PageQuery {
    if (size < 1 || size > MAX_SIZE) {
      throw new IllegalArgumentException("pageSize must be 1 to " + MAX_SIZE);
    }
  }

  /** Rows to fetch: one more than asked, which tells whether another page follows. */
  public int limit() {
    return size + 1;
  }

  /** The bound for {@code WHERE id < :before}; above every id on the first page. */
  public UUID before() {
    return after.orElse(NEWEST);
  }
}
