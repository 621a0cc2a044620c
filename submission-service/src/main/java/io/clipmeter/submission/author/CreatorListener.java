package io.clipmeter.submission.author;

import io.clipmeter.chassis.inbox.Received;
import io.clipmeter.chassis.inbox.TopicListener;
import io.clipmeter.events.Event;
import io.clipmeter.events.EventType;
import io.clipmeter.events.Topic;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Hears which accounts are whose. */
@Component
class CreatorListener implements TopicListener<Event> {
  private final VerifiedAccounts accounts;
  private final Authors authors;

  CreatorListener(VerifiedAccounts accounts, Authors authors) {
    this.accounts = accounts;
    this.authors = authors;
  }

  @Override
  public String topic() {
    return Topic.CREATORS.topicName();
  }

  @Override
  public @Nullable Event read(Received received) {
    return EventType.of(received.type())
        .filter(type -> type.topic() == Topic.CREATORS)
        .<Event>map(type -> received.json(type.record()))
        .orElse(null);
  }

  @Override
  public void apply(List<Event> events) {
    Map<String, VerifiedAccount> last = new LinkedHashMap<>();
    events.stream()
        .flatMap(event -> VerifiedAccount.said(event).stream())
        .forEach(account -> last.merge(account.key(), account, CreatorListener::later));
    if (!last.isEmpty()) {
      accounts.keep(last.values());
      authors.compare(last.values());
    }
  }

  /** The newest state of an account stands: repeating it changes nothing. */
  @Override
  public boolean deduplicate() {
    return false;
  }

  private static VerifiedAccount later(VerifiedAccount one, VerifiedAccount other) {
    return other.changedAt().isBefore(one.changedAt()) ? one : other;
  }
}
