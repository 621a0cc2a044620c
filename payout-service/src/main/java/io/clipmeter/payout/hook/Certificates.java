package io.clipmeter.payout.hook;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.interfaces.RSAPublicKey;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The certificates that PayPal signs with, taken from one place only, whatever address a call
 * names. Bounded: strangers cannot have many fetched or kept.
 */
@Component
class Certificates {
  private static final Pattern PATH =
      Pattern.compile("/v1/notifications/certs/CERT-[A-Za-z0-9-]{1,100}");
  private static final Duration TIMEOUT = Duration.ofSeconds(5);
  private static final Duration PAUSE = Duration.ofSeconds(1);
  private static final int BYTES_MAX = 64 * 1024;
  private static final int KEPT_MAX = 8;
  private static final int KEY_BITS_LEAST = 2048;

  private final HookSettings settings;
  private final Clock clock;
  private final HttpClient http =
      HttpClient.newBuilder()
          .connectTimeout(TIMEOUT)
          .followRedirects(HttpClient.Redirect.NEVER)
          .build();
  private final Map<String, X509Certificate> kept = new LinkedHashMap<>();
  private Instant fetchedAt = Instant.EPOCH;

  Certificates(HookSettings settings, Clock clock) {
    this.settings = settings;
    this.clock = clock;
  }

  /**
   * The certificate at this address, valid now.
   *
   * @return empty where the address is not in PayPal's place for them, or there is none
   */
  synchronized Optional<X509Certificate> at(String url) {
    String origin = settings.certOrigin().toString();
    if (!url.startsWith(origin + "/")) {
      return Optional.empty();
    }
    String path = url.substring(origin.length());
    if (!PATH.matcher(path).matches()) {
      return Optional.empty();
    }
    X509Certificate known = kept.get(path);
    return Optional.ofNullable(known != null ? known : fetch(origin, path)).filter(this::isValid);
  }

  private @Nullable X509Certificate fetch(String origin, String path) {
    Instant now = clock.instant();
    if (now.isBefore(fetchedAt.plus(PAUSE))) {
      return null;
    }
    fetchedAt = now;
    X509Certificate certificate = read(get(URI.create(origin + path)));
    if (certificate != null) {
      if (kept.size() >= KEPT_MAX) {
        kept.remove(kept.keySet().iterator().next());
      }
      kept.put(path, certificate);
    }
    return certificate;
  }

  /** Nothing where it does not come wholly within the time. */
  private byte[] get(URI address) {
    CompletableFuture<HttpResponse<byte[]>> coming =
        http.sendAsync(
            HttpRequest.newBuilder(address).build(),
            BodyHandlers.limiting(BodyHandlers.ofByteArray(), BYTES_MAX));
    try {
      HttpResponse<byte[]> response = coming.get(TIMEOUT.toMillis(), TimeUnit.MILLISECONDS);
      return response.statusCode() == 200 ? response.body() : new byte[0];
    } catch (TimeoutException | ExecutionException e) {
      coming.cancel(true);
      return new byte[0];
    } catch (InterruptedException e) {
      coming.cancel(true);
      Thread.currentThread().interrupt();
      return new byte[0];
    }
  }

  private static @Nullable X509Certificate read(byte[] text) {
    try (ByteArrayInputStream in = new ByteArrayInputStream(text)) {
      return CertificateFactory.getInstance("X.509").generateCertificate(in)
              instanceof X509Certificate certificate
          ? certificate
          : null;
    } catch (CertificateException | IOException none) {
      return null;
    }
  }

  private boolean isValid(X509Certificate certificate) {
    Date now = Date.from(clock.instant());
    return !now.before(certificate.getNotBefore())
        && !now.after(certificate.getNotAfter())
        && certificate.getPublicKey() instanceof RSAPublicKey key
        && key.getModulus().bitLength() >= KEY_BITS_LEAST;
  }
}
