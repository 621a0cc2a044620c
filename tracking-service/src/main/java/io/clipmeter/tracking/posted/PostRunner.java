package io.clipmeter.tracking.posted;

import io.clipmeter.tracking.account.SocialAccount;
import io.clipmeter.tracking.post.ScheduledPost.Status;
import io.clipmeter.tracking.post.ScheduledPosts;
import io.clipmeter.tracking.post.ScheduledPosts.Posted;
import io.clipmeter.tracking.posted.PostedReading.Worth;
import io.clipmeter.tracking.source.VideoRef;
import io.clipmeter.tracking.source.ayrshare.AyrshareAnswer;
import io.clipmeter.tracking.source.ayrshare.AyrshareClient;
import io.clipmeter.tracking.source.call.ProviderFault;
import io.clipmeter.tracking.source.connected.ConnectedAccount.Profile;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
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
      read(client.get(), chunk);
      posts.read(due(chunk, now));
      chunk = posts.posted(chunk.getLast(), now, CHUNK);
    }
  }

  private static Map<Posted, Instant> due(List<Posted> chunk, Instant now) {
    Map<Posted, Instant> due = new LinkedHashMap<>();
    chunk.forEach(posted -> due.put(posted, now.plus(PostedAgePolicy.pause(posted.since(), now))));
    return due;
  }

  private void read(AyrshareClient client, List<Posted> posted) {
    PostAccounts.Found chunk = accounts.of(posted);
    Semaphore permits = new Semaphore(settings.parallelMax());
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<CompletableFuture<Optional<PostedReading>>> answers =
          posted.stream()
              .map(
                  each ->
                      CompletableFuture.supplyAsync(
                          () -> one(client, chunk, each, permits), threads))
              .toList();
      List<PostedReading> readings =
          answers.stream().map(CompletableFuture::join).flatMap(Optional::stream).toList();
      if (!readings.isEmpty()) {
        desk.record(readings, clock.instant());
      }
    } catch (RuntimeException fault) {
      LOG.warn("posted videos: a chunk could not be written: {}", fault.toString());
      count("unwritten");
    }
  }

  private Optional<PostedReading> one(
      AyrshareClient client, PostAccounts.Found chunk, Posted posted, Semaphore permits) {
    UUID accountId = posted.upload().socialAccountId();
    String postId = posted.upload().postId();
    Profile profile = chunk.profiles().get(accountId);
    SocialAccount account = chunk.accounts().get(accountId);
    if (profile == null || account == null) {
      LOG.warn("post {}: the account {} has no profile key", posted.postId(), accountId);
      return nothing("no-profile-key");
    }
    if (postId == null) {
      return nothing("no-post-id");
    }
    permits.acquireUninterruptibly();
    try {
      AyrshareAnswer answer = client.post(postId, posted.upload().platform(), profile);
      return worth(posted, account, answer);
    } catch (ProviderFault fault) {
      LOG.warn("post {} unread: {}", posted.postId(), fault.getMessage());
      return nothing("fault");
    } catch (RuntimeException fault) {
      LOG.error("post {} unread", posted.postId(), fault);
      return nothing("fault");
    } finally {
      permits.release();
    }
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
