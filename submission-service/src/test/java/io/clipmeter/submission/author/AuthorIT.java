package io.clipmeter.submission.author;

import static io.clipmeter.submission.Said.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.clipmeter.events.Event;
import io.clipmeter.submission.Answer;
import io.clipmeter.submission.Records;
import io.clipmeter.submission.Said;
import io.clipmeter.submission.Service;
import io.clipmeter.submission.ServiceTest;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@ServiceTest
class AuthorIT {
  private static final String ALL = "/api/admin/submissions";
  private static final String MINE = "/api/clippers/submissions/";
  private static final String WAITING = "SELECT count(*) > 0 FROM pg_locks WHERE NOT granted";
  private static final Instant LATER = NOON.plusSeconds(60);
  private static final AtomicLong NUMBERS = new AtomicLong(7_460_000_000_000_000_000L);

  @Autowired Service service;
  @Autowired Records records;
  @Autowired JdbcClient sql;
  @Autowired CreatorListener listener;
  @Autowired AuthorNotes notes;
  @Autowired TransactionTemplate transactions;

  private final String video = String.valueOf(NUMBERS.incrementAndGet());
  private final String clipper = "author-" + video;

  @ParameterizedTest
  @CsvSource({
    // the account: id, handle; the author: id, handle; what is shown
    "77, clip.maker, 77, clip.maker, MATCHES",
    "77, clip.maker, 77, renamed, MATCHES",
    "77, clip.maker, 78, clip.maker, MISMATCH",
    "77, clip.maker, , Clip.Maker, MATCHES",
    ", clip.maker, 77, CLIP.MAKER, MATCHES",
    ", clip.maker, , clip.maker_, MISMATCH",
  })
  void whoMadeTheVideoIsComparedWithTheAccountWhicheverIsHeardFirst(
      String account, String handle, String authorId, String author, String expected) {
    UUID campaign = service.activeCampaign();
    UUID first = submitted(campaign, video);
    String second = String.valueOf(NUMBERS.incrementAndGet());
    UUID other = submitted(campaign, second);
    hear(first, Said.observedBy(video, NOON, authorId, author), "UNVERIFIED");
    hear(first, Said.verified(clipper, handle, account, NOON), expected);
    hear(other, Said.observedBy(second, NOON, authorId, author), expected);
    assertThat(service.clipper(clipper).get(MINE + first).text("author")).isEqualTo(expected);
  }

  @Test
  void anAccountCountsForItsOwnClipperOnly() {
    UUID id = submitted(service.activeCampaign(), video);
    assertThat(author(id)).isEqualTo("UNKNOWN");
    records.say(Said.verified("somebody-else", "clip.maker", "77", NOON));
    hear(id, Said.observedBy(video, NOON, "77", "clip.maker"), "UNVERIFIED");
  }

  @Test
  void oneOfSeveralAccountsIsEnoughAndNoneThatWasTakenAwayCounts() {
    UUID id = submitted(service.activeCampaign(), video);
    hear(id, Said.observedBy(video, NOON, "77", "clip.maker"), "UNVERIFIED");
    hear(id, Said.verified(clipper, "second", "88", NOON), "MISMATCH");
    hear(id, Said.verified(clipper, "clip.maker", "77", NOON), "MATCHES");
    hear(id, Said.unverified(clipper, "clip.maker", LATER), "MISMATCH");
    hear(id, Said.unverified(clipper, "second", LATER), "UNVERIFIED");
  }

  @Test
  void whatIsOlderThanWhatIsKnownChangesNothing() {
    UUID id = submitted(service.activeCampaign(), video);
    listener.apply(List.of(Said.unverified(clipper, "clip.maker", LATER)));
    listener.apply(List.of(Said.verified(clipper, "clip.maker", "77", NOON)));
    notes.note(List.of(Said.observedBy(video, LATER, "77", "clip.maker")));
    assertThat(author(id)).isEqualTo("UNVERIFIED");
    listener.apply(List.of(Said.verified(clipper, "clip.maker", "77", LATER.plusSeconds(1))));
    assertThat(author(id)).isEqualTo("MATCHES");
    notes.note(List.of(Said.observedBy(video, NOON, "99", "somebody")));
    assertThat(author(id)).isEqualTo("MATCHES");
  }

  @Test
  void ofOneBatchTheNewestCounts() {
    UUID id = submitted(service.activeCampaign(), video);
    notes.note(
        List.of(
            Said.observedBy(video, LATER, "77", "clip.maker"),
            Said.observedBy(video, NOON, "99", "somebody")));
    listener.apply(
        List.of(
            Said.verified(clipper, "clip.maker", "77", LATER),
            Said.unverified(clipper, "clip.maker", NOON)));
    assertThat(author(id)).isEqualTo("MATCHES");
    listener.apply(List.of());
    notes.note(List.of());
    assertThat(author(id)).isEqualTo("MATCHES");
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void ofAuthorAndAccountHeardAtTheSameTimeTheSecondWaitsAndSeesTheFirst(boolean accountFirst) {
    UUID id = submitted(service.activeCampaign(), video);
    Runnable account =
        () -> listener.apply(List.of(Said.verified(clipper, "clip.maker", "77", NOON)));
    Runnable author = () -> notes.note(List.of(Said.observedBy(video, NOON, "77", "clip.maker")));
    CompletableFuture<Void> second =
        transactions.execute(
            first -> {
              (accountFirst ? account : author).run();
              Runnable other = accountFirst ? author : account;
              var waiting =
                  CompletableFuture.runAsync(
                      () -> transactions.executeWithoutResult(another -> other.run()));
              await()
                  .until(() -> waiting.isDone() || sql.sql(WAITING).query(Boolean.class).single());
              return waiting;
            });
    Objects.requireNonNull(second).join();
    assertThat(author(id)).isEqualTo("MATCHES");
  }

  @Test
  void adminsListSubmissionsByTheirAuthors() {
    UUID campaign = service.activeCampaign();
    UUID id = submitted(campaign, video);
    String unknown = String.valueOf(NUMBERS.incrementAndGet());
    UUID other = submitted(campaign, unknown);
    records.say(Said.verified(clipper, "clip.maker", "77", NOON));
    hear(id, Said.observedBy(video, NOON, "99", "somebody"), "MISMATCH");
    assertThat(listed(campaign, "MISMATCH")).containsExactly(id.toString());
    assertThat(listed(campaign, "UNKNOWN")).containsExactly(other.toString());
    assertThat(listed(campaign, "MATCHES")).isEmpty();
    service.admin().get(ALL + "?author=ALIEN").isProblem(400, "invalid-request");
  }

  @Test
  void aMismatchIsApprovedOnlyByAnAdminWhoSaysToKnowIt() {
    UUID campaign = service.activeCampaign();
    UUID id = submitted(campaign, video);
    records.say(Said.verified(clipper, "clip.maker", "77", NOON));
    records.say(Said.observed(video, 40, NOON, Said.baseline(id, 40)));
    hear(id, Said.observedBy(video, LATER, "99", "somebody"), "MISMATCH");
    await().until(() -> service.admin().get(ALL + "/" + id).text("initialViews").equals("40"));
    String approve = ALL + "/" + id + "/approve";
    for (String body : List.of("", "{}", "{\"acknowledgeMismatch\": false}", "null")) {
      service.admin().post(approve, body).isProblem(409, "author-mismatch");
    }
    for (String body : List.of("{\"acknowledgeMismatch\": \"yes\"}", "[]", "{\"other\": true}")) {
      service.admin().post(approve, body).isProblem(400, "unreadable-body");
    }
    assertThat(service.admin().get(ALL + "/" + id).text("status")).isEqualTo("PENDING");
    service.admin().post(approve, "{\"acknowledgeMismatch\": true}").is(200);
    assertThat(
            sql.sql("SELECT reason FROM audit_log WHERE subject_id = :id")
                .param("id", id)
                .query(String.class)
                .single())
        .contains("acknowledged");
  }

  private UUID submitted(UUID campaign, String id) {
    return service.submit(clipper, campaign, "https://www.tiktok.com/@a/video/" + id).is(201).id();
  }

  private void hear(UUID id, Event event, String expected) {
    records.say(event);
    await().untilAsserted(() -> assertThat(author(id)).isEqualTo(expected));
  }

  private String author(UUID id) {
    return service.admin().get(ALL + "/" + id).is(200).text("author");
  }

  private List<String> listed(UUID campaign, String author) {
    Answer page = service.admin().get(ALL + "?campaignId=" + campaign + "&author=" + author);
    return page.is(200).body().get("items").valueStream().map(i -> i.get("id").asString()).toList();
  }
}
