package io.clipmeter.tracking.posted;

import io.clipmeter.events.Platform;
import io.clipmeter.tracking.account.SocialAccount;
import io.clipmeter.tracking.post.ScheduledPost.Status;
import io.clipmeter.tracking.post.ScheduledPost.Upload;
import io.clipmeter.tracking.post.ScheduledPosts;
import io.clipmeter.tracking.post.ScheduledPosts.Posted;
import io.clipmeter.tracking.posted.PostedReading.Worth;
import io.clipmeter.tracking.source.VideoKey;
import io.clipmeter.tracking.source.VideoRef;
import io.clipmeter.tracking.source.ayrshare.AyrshareAnswer;
import io.clipmeter.tracking.source.ayrshare.AyrshareClient;
import io.clipmeter.tracking.source.call.ProviderFault;
import io.clipmeter.tracking.source.connected.ConnectedAccount.Profile;
import io.clipmeter.tracking.writing.WriteRunner;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Reads all posts that are out, a few at a time. What cannot be read waits for the next time. */
@Component
class PostRunner {
  private static final Logger LOG = LoggerFactory.getLogger(PostRunner.class);
  private static final int CHUNK = 100;

  private final ScheduledPosts posts;
  private final PostAccounts accounts;
  private final PostedDesk desk;
  private final PostSettings settings;
  private final MeterRegistry meters;
  private final Clock clock;

  PostRunner(
      ScheduledPosts posts,
      PostAccounts accounts,
      PostedDesk desk,
      PostSettings settings,
      MeterRegistry meters,
      Clock clock) {
    this.posts = posts;
    this.accounts = accounts;
    this.desk = desk;
    this.settings = settings;
    this.meters = meters;
    this.clock = clock;
  }

  /** Reads those that are due. The schedule has one instance at a time do so. */
  void run() {
    Optional<AyrshareClient> client = accounts.client();
    if (client.isEmpty()) {
      return;
    }
    Instant now = clock.instant();
    List<Posted> chunk = posts.posted(null, now, CHUNK);
    while (!chunk.isEmpty()) {
      read(client.get(), chunk, now);
      chunk = posts.posted(chunk.getLast(), now, CHUNK);
    }
  }

  /** What the database could not take is not put off: it is asked for again soon. */
  private void read(AyrshareClient client, List<Posted> chunk, Instant now) {
    failedOf(client, chunk).ifPresent(failed -> posts.dueAgain(due(chunk, failed, now)));
  }

  /** What failed is due at the next turn, however old: what stood in the way may have passed. */
  private static Map<Posted, Instant> due(List<Posted> chunk, Set<Posted> failed, Instant now) {
    Map<Posted, Instant> due = new LinkedHashMap<>();
    chunk.forEach(
        posted ->
            due.put(
                posted,
                failed.contains(posted)
                    ? now
                    : PostedAgePolicy.next(posted.postId(), posted.since(), now)));
    return due;
  }

  /** What is asked in one call: a post, on however many networks of a profile. */
  private record Question(@Nullable String postId, @Nullable UUID profile) {}

  /** What came of questions: what was read, and what is to be asked again at the next turn. */
  private record Outcome(List<PostedReading> readings, Set<Posted> failed) {
    static final Outcome NOTHING = new Outcome(List.of(), Set.of());

    static Outcome failed(Collection<Posted> posted) {
      return new Outcome(List.of(), Set.copyOf(posted));
    }

    static Outcome all(List<Outcome> parts) {
      return new Outcome(
          parts.stream().flatMap(part -> part.readings().stream()).toList(),
          parts.stream().flatMap(part -> part.failed().stream()).collect(Collectors.toSet()));
    }
  }

  /** Reads and writes these, and says which failed; nothing where they could not be written. */
  private Optional<Set<Posted>> failedOf(AyrshareClient client, List<Posted> chunk) {
    PostAccounts.Found found = accounts.of(chunk);
    Semaphore permits = new Semaphore(settings.parallelMax());
    Map<Question, List<Posted>> questions =
        chunk.stream().collect(Collectors.groupingBy(each -> question(found, each)));
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<CompletableFuture<Outcome>> outcomes =
          questions.values().stream()
              .map(
                  same ->
                      CompletableFuture.supplyAsync(
                          () -> outcome(client, found, same, permits), threads))
              .toList();
      Outcome all = Outcome.all(outcomes.stream().map(CompletableFuture::join).toList());
      if (!all.readings().isEmpty()) {
        record(all.readings());
      }
      return Optional.of(all.failed());
    } catch (RuntimeException fault) {
      LOG.warn("posted videos: a chunk could not be written: {}", fault.toString());
      count("unwritten");
      return Optional.empty();
    }
  }

  /** What was read is paid for: what the database refuses for good is singled out. */
  private void record(List<PostedReading> readings) {
    try {
      WriteRunner.run("posted videos", () -> desk.record(readings, clock.instant()));
    } catch (RuntimeException refused) {
      if (WriteRunner.passing(refused)) {
        throw refused;
      }
      if (readings.size() > 1) {
        readings.forEach(each -> record(List.of(each)));
        return;
      }
      VideoKey video = readings.getFirst().seen().video().key();
      LOG.error("posted {}: its reading cannot be written: {}", video, refused.toString());
      count("unwritten");
    }
  }

  private static Question question(PostAccounts.Found found, Posted posted) {
    Profile profile = found.profiles().get(posted.upload().socialAccountId());
    return new Question(posted.upload().postId(), profile == null ? null : profile.id());
  }

  private Outcome outcome(
      AyrshareClient client, PostAccounts.Found found, List<Posted> same, Semaphore permits) {
    if (same.getFirst().upload().postId() == null) {
      same.forEach(each -> count("no-post-id"));
      return Outcome.NOTHING;
    }
    List<Posted> known = same.stream().filter(each -> hasProfile(found, each)).toList();
    Outcome unknown = Outcome.failed(same.stream().filter(each -> !known.contains(each)).toList());
    return known.isEmpty()
        ? unknown
        : Outcome.all(List.of(unknown, ask(client, found, known, permits)));
  }

  /** Where they are refused together it may be for one of them: each is asked for alone. */
  private Outcome ask(
      AyrshareClient client, PostAccounts.Found found, List<Posted> known, Semaphore permits) {
    permits.acquireUninterruptibly();
    try {
      return new Outcome(readings(client, found, known), Set.of());
    } catch (RuntimeException fault) {
      boolean lasting = lasting(fault);
      if (known.size() == 1 || !lasting) {
        tell(known, fault);
        return lasting ? Outcome.NOTHING : Outcome.failed(known);
      }
    } finally {
      permits.release();
    }
    return Outcome.all(
        known.stream().map(each -> ask(client, found, List.of(each), permits)).toList());
  }

  /** A provider's fault says itself what it is. */
  private void tell(List<Posted> unread, RuntimeException fault) {
    if (fault instanceof ProviderFault) {
      LOG.warn("post {} unread: {}", unread.getFirst().postId(), fault.getMessage());
    } else {
      LOG.error("post {} unread", unread.getFirst().postId(), fault);
    }
    unread.forEach(each -> count("fault"));
  }

  /** What will be so at the next turn, too, is an answer: it waits as long as any other. */
  private static boolean lasting(RuntimeException fault) {
    return fault instanceof ProviderFault said
        ? said.kind() == ProviderFault.Kind.REFUSED || said.kind() == ProviderFault.Kind.SHAPE
        : !WriteRunner.passing(fault);
  }

  private boolean hasProfile(PostAccounts.Found found, Posted posted) {
    UUID accountId = posted.upload().socialAccountId();
    if (!found.profiles().containsKey(accountId) || !found.accounts().containsKey(accountId)) {
      LOG.warn("post {}: the account {} has no profile key", posted.postId(), accountId);
      count("no-profile-key");
      return false;
    }
    return true;
  }

  private List<PostedReading> readings(
      AyrshareClient client, PostAccounts.Found found, List<Posted> posted) {
    Upload first = posted.getFirst().upload();
    Map<Platform, AyrshareAnswer> answers =
        client.post(
            Objects.requireNonNull(first.postId()),
            posted.stream().map(each -> each.upload().platform()).collect(Collectors.toSet()),
            Objects.requireNonNull(found.profiles().get(first.socialAccountId())));
    return posted.stream()
        .flatMap(
            each ->
                worth(
                    each,
                    Objects.requireNonNull(found.accounts().get(each.upload().socialAccountId())),
                    Objects.requireNonNull(answers.get(each.upload().platform())))
                    .stream())
        .toList();
  }

  private Optional<PostedReading> worth(
      Posted posted, SocialAccount account, AyrshareAnswer answer) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    return switch (PostedReading.of(
        posted.campaignId(), posted.upload(), account.handle(), answer, now)) {
      case Worth.Numbers(PostedReading reading) -> {
        count("ok");
        tellOut(posted, reading);
        yield Optional.of(reading);
      }
      case Worth.Nothing(String detail) -> {
        LOG.info("post {} has no numbers: {}", posted.postId(), detail);
        yield nothing("unknown");
      }
    };
  }

  /** What has numbers is out, also where the call that tells so was lost. */
  private void tellOut(Posted posted, PostedReading reading) {
    String postId = posted.upload().postId();
    if (posted.upload().status() == Status.SCHEDULED && postId != null) {
      VideoRef video = reading.seen().video();
      posts.published(postId, posted.upload().platform(), video.key().id(), video.url());
    }
  }

  private Optional<PostedReading> nothing(String result) {
    count(result);
    return Optional.empty();
  }

  private void count(String result) {
    Counter.builder("clipmeter.tracking.posts.read")
        .description("Readings of posts that Ayrshare published")
        .tag("result", result)
        .register(meters)
        .increment();
  }
}
