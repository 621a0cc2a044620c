package io.clipmeter.local.simulator.http;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A method, a path such as {@code /v2/actor-runs/{id}}, and who answers it. */
record Route(String method, List<String> pattern, Handler handler) {
  static Route of(String method, String pattern, Handler handler) {
    return new Route(method, segments(pattern), handler);
  }

  static List<String> segments(String path) {
    return List.of(path.split("/", -1));
  }

  /** The values of the path's placeholders; empty when the path is another. */
  Optional<Map<String, String>> match(List<String> path) {
    if (path.size() != pattern.size()) {
      return Optional.empty();
    }
    var values = new HashMap<String, String>();
    for (int i = 0; i < path.size(); i++) {
      String expected = pattern.get(i);
      if (expected.startsWith("{")) {
        values.put(expected.substring(1, expected.length() - 1), path.get(i));
      } else if (!expected.equals(path.get(i))) {
        return Optional.empty();
      }
    }
    return Optional.of(values);
  }
}
