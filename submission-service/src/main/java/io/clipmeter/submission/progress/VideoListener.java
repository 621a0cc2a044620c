package io.clipmeter.submission.progress;

import io.clipmeter.chassis.inbox.Received;
import io.clipmeter.chassis.inbox.TopicListener;
import io.clipmeter.events.Event;
import io.clipmeter.events.EventType;
import io.clipmeter.events.Topic;
import io.clipmeter.events.VideoObserved;
import io.clipmeter.events.VideoUnavailable;
import io.clipmeter.submission.author.AuthorNotes;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Hears what platforms say of videos: baselines, newest views, or that there are none. */
@Component
class VideoListener implements TopicListener<Event> {
  private final VideoNotes notes;
  private final AuthorNotes authors;
  private final SponsoredNotes sponsored;

  VideoListener(VideoNotes notes, AuthorNotes authors, SponsoredNotes sponsored) {
    this.notes = notes;
    this.authors = authors;
    this.sponsored = sponsored;
  }

  @Override
  public String topic() {
    return Topic.VIDEOS.topicName();
  }

  @Override
  public @Nullable Event read(Received received) {
    if (received.type().equals(EventType.VIDEO_OBSERVED.ceType())) {
      return received.json(VideoObserved.class);
    }
    return received.type().equals(EventType.VIDEO_UNAVAILABLE.ceType())
        ? received.json(VideoUnavailable.class)
        : null;
  }

  @Override
  public void apply(List<Event> events) {
    List<VideoObserved> observed = only(VideoObserved.class, events);
    notes.baselines(observed.stream().flatMap(video -> video.baselines().stream()).toList());
    notes.views(observed);
    authors.note(observed);
    sponsored.note(observed);
    notes.unavailable(only(VideoUnavailable.class, events));
  }

  /**
   * The newest reading stands, and a baseline is written once: repeating either changes nothing.
   */
  @Override
  public boolean deduplicate() {
    return false;
  }

  private static <T> List<T> only(Class<T> type, List<Event> events) {
    return events.stream().filter(type::isInstance).map(type::cast).toList();
  }
}
