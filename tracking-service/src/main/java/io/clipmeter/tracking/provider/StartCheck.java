package io.clipmeter.tracking.provider;

import io.clipmeter.events.Source;
import io.clipmeter.tracking.provider.ProviderView.Key;
import io.clipmeter.tracking.provider.ProviderView.Verdict;
import io.clipmeter.tracking.source.ViewSource;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Looks once whether the providers serve us, beside the work that has begun: what is mistyped is in
 * the log before a round fails by it.
 */
@Component
@ConditionalOnBooleanProperty(
    name = "clipmeter.tracking.provider.check-at-start",
    matchIfMissing = true)
class StartCheck {
  private static final Logger LOG = LoggerFactory.getLogger(StartCheck.class);

  private final List<ViewSource> sources;
  private final KeyChecks keys;

  StartCheck(List<ViewSource> sources, KeyChecks keys) {
    this.sources = List.copyOf(sources);
    this.keys = keys;
  }

  @EventListener(ApplicationReadyEvent.class)
  void begin() {
    Thread.ofVirtual()
        .name("start-check")
        .start(
            () ->
                refusals()
                    .forEach((source, why) -> LOG.warn("{} does not serve us: {}", source, why)));
  }

  /** Who does not serve us until a person acts, and why. */
  Map<Source, String> refusals() {
    Map<Source, String> refusals = new TreeMap<>();
    keys.of(sources)
        .forEach(
            (source, key) -> {
              if (key instanceof Key(Verdict verdict, String detail, var at)
                  && verdict == Verdict.REFUSED) {
                refusals.put(source, detail);
              }
            });
    return refusals;
  }
}
