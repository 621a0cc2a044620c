package io.clipmeter.tracking.source.instagram;

import io.clipmeter.tracking.source.Counts;
import io.clipmeter.tracking.source.Reading;
import io.clipmeter.tracking.source.VideoFacts;
import io.clipmeter.tracking.source.item.Item;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The insights of a medium: a list of metrics, each over its lifetime. */
record Insights(JsonNode answer) {

  Reading reading() {
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
