package io.clipmeter.tracking;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.Map;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

/** Settings as Spring binds them. */
public final class Bound {
  private Bound() {}

  /** The settings that come of these values, the defaults for the rest. */
  public static <T> T to(String prefix, Class<T> type, Map<String, String> values) {
    Map<String, String> full = new HashMap<>();
    values.forEach((key, value) -> full.put(prefix + "." + key, value));
    return new Binder(new MapConfigurationPropertySource(full)).bindOrCreate(prefix, type);
  }

  /** The start fails, and says which setting it is. */
  public static void refuses(String prefix, Class<?> type, String key, String value, String named) {
    refuses(prefix, type, Map.of(key, value), named);
  }

  /** The start fails, and says which setting it is. */
  public static void refuses(
      String prefix, Class<?> type, Map<String, String> values, String named) {
    assertThatThrownBy(() -> to(prefix, type, values))
        .rootCause()
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(named);
  }
}
