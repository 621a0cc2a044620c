package io.clipmeter.submission;

import io.clipmeter.chassis.inbox.TopicSpec;
import io.clipmeter.events.Topic;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The topics that this service writes, and therefore creates. */
@Configuration(proxyBeanMethods = false)
class SubmissionTopics {
  @Bean
  TopicSpec campaignsTopic() {
    return spec(Topic.CAMPAIGNS);
  }

  @Bean
  TopicSpec submissionsTopic() {
    return spec(Topic.SUBMISSIONS);
  }

  private static TopicSpec spec(Topic topic) {
    return new TopicSpec(topic.topicName(), topic.compacted(), topic.retention().orElse(null));
  }
}
