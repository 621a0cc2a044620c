package io.clipmeter.links.shortlink;

import io.clipmeter.events.Platform;
import io.clipmeter.links.VideoUrl;
import io.clipmeter.links.VideoUrl.NotAVideo;
import io.clipmeter.links.VideoUrl.Profile;
import io.clipmeter.links.VideoUrl.ShortLink;
import io.clipmeter.links.VideoUrl.Video;
import io.clipmeter.links.VideoUrls;
import io.clipmeter.links.shortlink.HopPolicy.Next;
import io.clipmeter.links.shortlink.Resolution.Obstacle;
import io.clipmeter.links.shortlink.Resolution.Refusal;
import io.clipmeter.links.shortlink.Resolution.Refused;
import io.clipmeter.links.shortlink.Resolution.Resolved;
import io.clipmeter.links.shortlink.Resolution.Unreachable;
import java.io.IOException;
import java.net.InetAddress;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLContext;
import org.apache.hc.client5.http.DnsResolver;

/**
 * Asks platforms where their short links lead. Safe for any number of threads.
 *
 * <p>Each link is followed in a virtual thread of its own, so that whoever asks waits no longer
 * than the time-out, whatever the other side does: interrupting that thread closes its socket.
 */
public final class ShortLinks implements AutoCloseable {
  private final ShortLinkLimits limits;
  private final GuardedHttp http;
  private final Semaphore free;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final Runnable closing;

  ShortLinks(DnsResolver names, SSLContext tls, ShortLinkLimits limits, Runnable closing) {
    this.limits = limits;
    this.http = new GuardedHttp(names, tls, limits);
    this.free = new Semaphore(limits.atOnceMax());
    this.closing = closing;
  }

  /** Follows links on the internet. */
  public static ShortLinks onTheInternet(ShortLinkLimits limits) {
    SystemNames names = new SystemNames(limits.atOnceMax());
    return new ShortLinks(
        new CheckedNames(names, ShortLinks::isPublic), systemTls(), limits, names::close);
  }

  /**
   * Where a link leads, in at most the time of the limits.
   *
   * @param now a TikTok id carries its time of upload, which can't be in the future
   */
  public Resolution resolve(ShortLink link, Instant now) {
    if (!free.tryAcquire()) {
      return new Unreachable(Obstacle.BUSY);
    }
    Future<Resolution> following = threads.submit(() -> followed(link, now));
    try {
      return following.get(limits.timeout().toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException late) {
      return new Unreachable(Obstacle.TIMEOUT);
    } catch (ExecutionException fault) {
      throw new IllegalStateException("a short link was not followed", fault.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new Unreachable(Obstacle.TIMEOUT);
    } finally {
      following.cancel(true);
    }
  }

  @Override
  public void close() {
    threads.shutdownNow();
    http.close();
    closing.run();
  }

  /** A link that was given up still counts as followed until its thread has ended. */
  private Resolution followed(ShortLink link, Instant now) {
    try {
      Resolution byRedirect = redirected(link, now);
      return link.platform() == Platform.TIKTOK && isSilent(byRedirect)
          ? described(link, now).orElse(byRedirect)
          : byRedirect;
    } finally {
      free.release();
    }
  }

  private Resolution redirected(ShortLink link, Instant now) {
    Next next = HopPolicy.first(link.platform(), link.url());
    for (int hops = 0; hops < limits.hopsMax() && next instanceof Next.To(Hop hop); hops++) {
      Step step = step(link.platform(), hop, now);
      switch (step) {
        case Step.Done(Resolution resolution) -> {
          return resolution;
        }
        case Step.On(Next further) -> next = further;
      }
    }
    return switch (next) {
      case Next.Refused(Refusal reason) -> new Refused(reason);
      case Next.To to -> new Refused(Refusal.TOO_MANY_HOPS);
    };
  }

  private Step step(Platform platform, Hop hop, Instant now) {
    Fetched answer;
    try {
      answer = http.headers(hop);
    } catch (IOException failure) {
      return new Step.Done(new Unreachable(obstacle(failure)));
    }
    return switch (answer.status()) {
      case 301, 302, 303, 307, 308 ->
          arrived(HopPolicy.next(platform, hop, answer.locations()), now);
      case 404, 410 -> new Step.Done(new Refused(Refusal.NOT_FOUND));
      default ->
          new Step.Done(
              answer.status() < 300
                  ? new Refused(Refusal.NO_REDIRECT)
                  : new Unreachable(answer.status() < 500 ? Obstacle.BLOCKED : Obstacle.NO_ANSWER));
    };
  }

  private static Step arrived(Next next, Instant now) {
    if (!(next instanceof Next.To(Hop hop))) {
      return new Step.On(next);
    }
    return switch (VideoUrls.parse(hop.url(), now)) {
      case ShortLink another -> new Step.On(next);
      case Video video -> new Step.Done(new Resolved(video));
      case Profile profile -> new Step.Done(new Resolved(profile));
      case NotAVideo page ->
          new Step.Done(hop.isLogin() ? new Unreachable(Obstacle.BLOCKED) : new Resolved(page));
      case VideoUrl.Refused refused -> new Step.Done(new Refused(Refusal.MALFORMED));
    };
  }

  /** Whether the platform said nothing of the link itself. */
  private static boolean isSilent(Resolution resolution) {
    return switch (resolution) {
      case Resolved resolved -> false;
      case Refused(Refusal reason) -> reason == Refusal.NO_REDIRECT;
      case Unreachable(Obstacle reason) -> reason == Obstacle.BLOCKED;
    };
  }

  private Optional<Resolution> described(ShortLink link, Instant now) {
    try {
      Fetched answer = http.page(OEmbed.of(link.url()));
      return switch (answer.status()) {
        case 200 -> OEmbed.video(answer.body(), now).map(Resolved::new);
        case 404 -> Optional.of(new Refused(Refusal.NOT_FOUND));
        default -> Optional.empty();
      };
    } catch (IOException failure) {
      return Optional.empty();
    }
  }

  private static Obstacle obstacle(IOException failure) {
    return failure instanceof CheckedNames.NotPublic ? Obstacle.ADDRESS : Obstacle.NO_ANSWER;
  }

  private static boolean isPublic(InetAddress address) {
    return AddressPolicy.isPublic(address.getAddress());
  }

  private static SSLContext systemTls() {
    try {
      return SSLContext.getDefault();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("this Java speaks no TLS", e);
    }
  }

  /** What one hop led to. */
  private sealed interface Step {
    record Done(Resolution resolution) implements Step {}

    record On(Next next) implements Step {}
  }
}
