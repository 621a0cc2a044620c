package io.clipmeter.tracking.source.apify;

import java.util.Map;

/**
 * A run to be started.
 *
 * @param actor {@code user~name} or an id
 * @param input what the actor is given, as JSON
 * @param videos how many the input asks for, for which a price is paid
 */
record RunRequest(String actor, Map<String, Object> input, int videos) {
  RunRequest {
    input = Map.copyOf(input);
  }
}
