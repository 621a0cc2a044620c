package io.clipmeter.local.simulator.scrape;

import io.clipmeter.local.simulator.http.Refused;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** What an actor is asked for. */
final class ActorInput {
  private static final Set<String> RESULT_TYPES =
      Set.of("posts", "comments", "details", "mentions", "reels", "stories");

  private ActorInput() {}

  /**
   * The URLs of an input, in order, each once.
   *
   * @throws Refused 400 {@code invalid-input} when the input is not of the actor's form
   */
  static List<String> urls(Actor actor, JsonNode input) {
    if (!input.isObject()) {
      throw invalid("The input must be a JSON object");
    }
    JsonNode type = input.get("resultsType");
    if (type != null && !(type.isString() && RESULT_TYPES.contains(type.stringValue()))) {
      throw invalid("Field input.resultsType must be equal to one of the allowed values");
    }
    for (String field : actor.urlFields()) {
      JsonNode urls = input.get(field);
      if (urls != null) {
        return urls(actor, field, urls);
      }
    }
    if (Listings.fields(actor).stream().anyMatch(input::has)) {
      return List.of();
    }
    String first =
        Stream.concat(actor.urlFields().stream(), Listings.fields(actor).stream())
            .findFirst()
            .orElseThrow();
    throw invalid("Field input." + first + " is required");
  }

  private static List<String> urls(Actor actor, String field, JsonNode array) {
    if (!array.isArray()) {
      throw invalid("Field input." + field + " must be array");
    }
    var urls = new ArrayList<String>(array.size());
    for (JsonNode element : array) {
      urls.add(url(actor, "input." + field + "." + urls.size(), element));
    }
    return urls.stream().distinct().toList();
  }

  private static String url(Actor actor, String place, JsonNode element) {
    boolean wrapped = actor == Actor.YOUTUBE;
    JsonNode url = wrapped ? element.get("url") : element;
    if (url == null || !url.isString()) {
      throw invalid("Field " + place + (wrapped ? " must be object with url" : " must be string"));
    }
    return url.stringValue();
  }

  private static Refused invalid(String what) {
    return new Refused(400, "invalid-input", "Input is not valid: " + what);
  }
}
