package io.clipmeter.tracking;

import io.clipmeter.chassis.inbox.TopicSpec;
import io.clipmeter.chassis.security.AccessRules;
import io.clipmeter.events.Topic;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;

/** The topics that tracking writes, and who may call it. */
@Configuration(proxyBeanMethods = false)
class TrackingSetup {
  /** What analysts may read and admins set going. */
  private static final String[] FOUND = {
    "/api/scrape/**", "/api/search/**", "/api/trending/**", "/api/accounts/*/refresh"
  };

  @Bean
  TopicSpec videosTopic() {
    return spec(Topic.VIDEOS);
  }

  @Bean
  TopicSpec creatorsTopic() {
    return spec(Topic.CREATORS);
  }

  @Bean
  TopicSpec viewUpdatesTopic() {
    return spec(Topic.VIEW_UPDATES);
  }

  @Bean
  TopicSpec clipViewsTopic() {
    return spec(Topic.CLIP_VIEWS);
  }

  @Bean
  TopicSpec trackingRoundsTopic() {
    return spec(Topic.TRACKING_ROUNDS);
  }

  @Bean
  AccessRules adminsAndAnalysts() {
    return requests -> {
      requests
          .requestMatchers("/api/view-tracking/**", "/api/test/**", "/api/tiktok/**")
          .hasRole("ADMIN");
      requests.requestMatchers(HttpMethod.GET, FOUND).hasAnyRole("ADMIN", "ANALYST");
      requests.requestMatchers(HttpMethod.POST, FOUND).hasRole("ADMIN");
      // Signed, in the place of a token.
      requests.requestMatchers(HttpMethod.POST, "/api/webhooks/ayrshare").permitAll();
    };
  }

  private static TopicSpec spec(Topic topic) {
    return new TopicSpec(topic.topicName(), topic.compacted(), topic.retention().orElse(null));
  }
}
