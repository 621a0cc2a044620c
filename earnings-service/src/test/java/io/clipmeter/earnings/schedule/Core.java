package io.clipmeter.earnings.schedule;

import io.clipmeter.chassis.inbox.TopicListener;
import io.clipmeter.chassis.outbox.OutboxJournal;
import io.clipmeter.earnings.correction.Admin;
import io.clipmeter.earnings.sweep.Sweeper;
import io.clipmeter.events.CampaignChanged;
import io.clipmeter.events.SubmissionApproved;
import io.clipmeter.events.Topic;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.springframework.context.ApplicationContext;
import org.springframework.context.SmartLifecycle;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/** The parts of the running service that decide on money, called without Kafka between. */
record Core(ApplicationContext service) {
  private static final Set<String> KAFKA = Set.of("OutboxRelay", "Consumers");

  JdbcClient jdbc() {
    return service.getBean(JdbcClient.class);
  }

  TransactionTemplate transaction() {
    return service.getBean(TransactionTemplate.class);
  }

  Collection<OutboxJournal> journals() {
    return service.getBeansOfType(OutboxJournal.class).values();
  }

  /** Whether anything is sent and read but what a test plays. */
  void kafka(boolean runs) {
    service.getBeansOfType(SmartLifecycle.class).values().stream()
        .filter(part -> KAFKA.contains(part.getClass().getSimpleName()))
        .forEach(runs ? SmartLifecycle::start : SmartLifecycle::stop);
  }

  JsonMapper json() {
    return service.getBean(JsonMapper.class);
  }

  Admin admin() {
    return new Admin(service);
  }

  void sweep() {
    new Sweeper(service).sweep();
  }

  void changed(List<CampaignChanged> changes) {
    this.<CampaignChanged>listener(Topic.CAMPAIGNS).apply(changes);
  }

  void approved(List<SubmissionApproved> approvals) {
    this.<SubmissionApproved>listener(Topic.SUBMISSIONS).apply(approvals);
  }

  @SuppressWarnings("unchecked")
  private <E> TopicListener<E> listener(Topic topic) {
    return service.getBeansOfType(TopicListener.class).values().stream()
        .filter(listener -> listener.topic().equals(topic.topicName()))
        .findFirst()
        .orElseThrow();
  }
}
