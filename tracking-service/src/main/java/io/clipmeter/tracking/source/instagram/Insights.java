package io.clipmeter.tracking.source.instagram;

import io.clipmeter.tracking.source.Counts;
import io.clipmeter.tracking.source.Reading;
import io.clipmeter.tracking.source.VideoFacts;
import io.clipmeter.tracking.source.item.Item;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The insights of a medium: a list of metrics, each over its lifetime.
 *
 * @param medium whose insights were asked for
 */
record Insights(String medium, JsonNode answer) {

  Reading reading() {
    if (!asked()) {
      return Reading.failed("an answer about another medium");
    }
    Item views = metric("views");
    Long count = views == null ? null : views.count("value");
    if (count == null) {
      return Reading.failed("no metric views: no data yet, or not enough viewers");
    }
    return new Reading.Ok(
        new Counts(
            count,
            plausible("likes"),
            plausible("comments"),
            plausible("shares"),
            plausible("saved")),
        VideoFacts.NONE);
  }

  /** Each metric's id begins with its medium's; one without an id says nothing of it. */
  private boolean asked() {
    for (JsonNode each : answer.path("data")) {
      String id = new Item(each).text("id");
      if (id != null && !id.startsWith(medium + "/")) {
        return false;
      }
    }
    return true;
  }

  private @Nullable Long plausible(String name) {
    Item metric = metric(name);
    return metric == null ? null : metric.plausible("value");
  }

  private @Nullable Item metric(String name) {
    for (JsonNode each : answer.path("data")) {
      Item metric = new Item(each);
      if (name.equals(metric.text("name")) && "lifetime".equals(metric.text("period"))) {
        return new Item(each.path("values").path(0));
      }
    }
    return null;
  }
}
