package io.clipmeter.chassis.app;

import io.clipmeter.chassis.inbox.TopicSpec;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;

@SpringBootApplication
public class ProbeApplication {
  public static final String TOPIC = "clipping.probes.v1";

  @Bean
  TopicSpec probes() {
    return new TopicSpec(TOPIC, false, null);
  }

  @Bean
  TopicSpec lefts() {
    return new TopicSpec(PairGatherer.LEFTS, false, null);
  }

  @Bean
  TopicSpec rights() {
    return new TopicSpec(PairGatherer.RIGHTS, false, null);
  }
}
