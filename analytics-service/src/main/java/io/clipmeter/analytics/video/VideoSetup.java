package io.clipmeter.analytics.video;

import io.clipmeter.analytics.intake.FactsListener;
import io.clipmeter.events.Event;
import io.clipmeter.events.Topic;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Optional;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The topic that videos are made of. */
@Configuration(proxyBeanMethods = false)
class VideoSetup {
  @Bean
  FactsListener<Event> videoFacts(Videos videos, MeterRegistry meters) {
    return new FactsListener<>(Topic.VIDEOS, Optional::of, videos::learn, meters);
  }
}
