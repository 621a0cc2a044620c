package io.clipmeter.chassis.web;

import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One page of a list. The token is opaque to callers and null on the last page.
 *
 * @param items newest first, unless the list says otherwise
 */
public record Page<T>(List<T> items, @Nullable String nextPageToken) {

  /**
   * Cuts the extra row off that {@link PageQuery#limit()} fetched and makes the token from the last
   * item shown.
   */
  public static <T> Page<T> of(List<T> fetched, PageQuery query, Function<T, UUID> id) {
    if (fetched.size() <= query.size()) {
      return new Page<>(List.copyOf(fetched), null);
    }
    List<T> shown = List.copyOf(fetched.subList(0, query.size()));
    return new Page<>(shown, token(id.apply(shown.getLast())));
  }

  /** The same page with each item in another form. */
  public <R> Page<R> map(Function<T, R> form) {
    return new Page<>(items.stream().map(form).toList(), nextPageToken);
  }

  static String token(UUID id) {
    ByteBuffer bytes = ByteBuffer.allocate(16);
    bytes.putLong(id.getMostSignificantBits()).putLong(id.getLeastSignificantBits());
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.array());
  }

  static UUID id(String token) {
    byte[] bytes = Base64.getUrlDecoder().decode(token);
    if (bytes.length != 16) {
      throw new IllegalArgumentException("not a page token");
    }
    ByteBuffer buffer = ByteBuffer.wrap(bytes);
    return new UUID(buffer.getLong(), buffer.getLong());
  }
}
