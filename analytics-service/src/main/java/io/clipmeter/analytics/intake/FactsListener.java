package io.clipmeter.analytics.intake;

import io.clipmeter.chassis.inbox.Received;
import io.clipmeter.chassis.inbox.TopicListener;
import io.clipmeter.events.Event;
import io.clipmeter.events.EventType;
import io.clipmeter.events.Topic;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Hears one topic for one read model.
 *
 * <p>Facts are totals or newest states, and the read models ignore what is older or known: that is
 * why an event id needs no mark of its own.
 *
 * @param <F> what an event means to the read model
 */
public final class FactsListener<F> implements TopicListener<F> {
  private final Topic topic;
  private final Function<Event, Optional<F>> meaning;
  private final Consumer<List<F>> model;

  /**
   * @param meaning what an event says to the model; empty where it says nothing
   * @param model takes all facts of one poll at once
   */
  public FactsListener(Topic topic, Function<Event, Optional<F>> meaning, Consumer<List<F>> model) {
    this.topic = topic;
    this.meaning = meaning;
    this.model = model;
  }

  @Override
  public String topic() {
    return topic.topicName();
  }

  @Override
  public @Nullable F read(Received received) {
    return EventType.of(received.type())
        .filter(type -> type.topic() == topic)
        .<Event>map(type -> received.json(type.record()))
        .flatMap(meaning)
        .orElse(null);
  }

  @Override
  public void apply(List<F> facts) {
    model.accept(facts);
  }

  @Override
  public boolean deduplicate() {
    return false;
  }
}
