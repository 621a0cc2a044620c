package io.clipmeter.tracking.posted;

import io.clipmeter.chassis.setting.Bounds;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How posted videos are read.
 *
 * @param every pause between two turns, each of which reads those that are due, 1 s to 1 day
 * @param parallelMax posts asked for at a time in this instance, 1 to 50; as many calls go out as
 *     Ayrshare's places for people allow
 * @param rewriteAfter age at which a row is written anew although nothing changed, 1 min to 30 days
 */
@ConfigurationProperties("clipmeter.tracking.post")
record PostSettings(
    @DefaultValue("5m") Duration every,
    @DefaultValue("5") int parallelMax,
    @DefaultValue("1h") Duration rewriteAfter) {
  private static final Bounds BOUNDS = new Bounds("clipmeter.tracking.post");

  PostSettings {
    BOUNDS.check("every (s)", every.toSeconds(), 1, 86_400);
    BOUNDS.check("parallel-max", parallelMax, 1, 50);
    BOUNDS.check("rewrite-after (s)", rewriteAfter.toSeconds(), 60, 30 * 86_400);
  }
}
