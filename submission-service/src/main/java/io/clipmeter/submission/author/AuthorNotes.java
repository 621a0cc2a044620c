package io.clipmeter.submission.author;

import io.clipmeter.events.VideoObserved;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Takes from readings of videos who made them. */
@Component
public class AuthorNotes {
  private final Authors authors;

  AuthorNotes(Authors authors) {
    this.authors = authors;
  }

  /** Notes the authors that these readings name; inside the transaction that hears of them. */
  public void note(List<VideoObserved> told) {
    Map<String, SeenAuthor> newest = new LinkedHashMap<>();
    told.stream()
        .flatMap(video -> SeenAuthor.said(video).stream())
        .forEach(author -> newest.merge(author.key(), author, SeenAuthor::later));
    if (!newest.isEmpty()) {
      authors.note(newest.values());
    }
  }
}
