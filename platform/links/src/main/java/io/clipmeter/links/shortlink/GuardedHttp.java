package io.clipmeter.links.shortlink;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.TlsConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClientBuilder;
import org.apache.hc.client5.http.impl.io.ManagedHttpClientConnectionFactory;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.ssl.DefaultClientTlsStrategy;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.NameValuePair;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.io.Closer;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;

/**
 * GET over TLS with the certificate checked against the host, and nothing else: no cookies, no
 * redirects, no retries, no proxies, no compression, no connection used twice.
 */
final class GuardedHttp implements AutoCloseable {
  private static final int HEADER_LINE_BYTES_MAX = 8_192;
  private static final int HEADERS_MAX = 100;
  private static final int BODY_BYTES_MAX = 65_536;

  private final CloseableHttpClient client;

  /**
   * @param names where hosts are, each address checked
   * @param limits its time-out also bounds each single step
   */
  GuardedHttp(DnsResolver names, SSLContext tls, ShortLinkLimits limits) {
    Timeout timeout = Timeout.of(limits.timeout());
    Http1Config bounds =
        Http1Config.custom()
            .setMaxLineLength(HEADER_LINE_BYTES_MAX)
            .setMaxHeaderCount(HEADERS_MAX)
            .build();
    client =
        HttpClientBuilder.create()
            .setConnectionManager(
                PoolingHttpClientConnectionManagerBuilder.create()
                    .setDnsResolver(names)
                    .setTlsSocketStrategy(new DefaultClientTlsStrategy(tls))
                    .setConnectionFactory(
                        ManagedHttpClientConnectionFactory.builder().http1Config(bounds).build())
                    .setDefaultConnectionConfig(
                        ConnectionConfig.custom()
                            .setConnectTimeout(timeout)
                            .setSocketTimeout(timeout)
                            .build())
                    .setDefaultTlsConfig(TlsConfig.custom().setHandshakeTimeout(timeout).build())
                    .setMaxConnPerRoute(limits.atOnceMax())
                    .setMaxConnTotal(limits.atOnceMax())
                    .build())
            .setConnectionReuseStrategy((request, response, context) -> false)
            .disableCookieManagement()
            .disableRedirectHandling()
            .disableAutomaticRetries()
            .disableAuthCaching()
            .disableContentCompression()
            .setUserAgent("clipmeter")
            .build();
  }

  /**
   * The status and the headers; the body is not read.
   *
   * @throws IOException where there is no answer, or one beyond the bounds
   */
  Fetched headers(Hop hop) throws IOException {
    return get(hop, false);
  }

  /**
   * The body, too, if it has 64 KiB at most.
   *
   * @throws IOException where there is no answer, or one beyond the bounds
   */
  Fetched page(Hop hop) throws IOException {
    return get(hop, true);
  }

  @Override
  public void close() {
    client.close(CloseMode.IMMEDIATE);
  }

  private Fetched get(Hop hop, boolean withBody) throws IOException {
    HttpGet request = new HttpGet(hop.url());
    HttpHost host = new HttpHost("https", hop.host(), 443);
    ClassicHttpResponse response = client.executeOpen(host, request, null);
    try {
      String body = withBody ? body(response.getEntity()) : "";
      return new Fetched(response.getCode(), locations(response), body);
    } finally {
      // Cuts the connection first: closing the answer would read what is left of it.
      request.cancel();
      Closer.closeQuietly(response);
    }
  }

  private static List<String> locations(ClassicHttpResponse response) {
    return Stream.of(response.getHeaders("Location")).map(NameValuePair::getValue).toList();
  }

  private static String body(@Nullable HttpEntity entity) throws IOException {
    if (entity == null) {
      return "";
    }
    InputStream stream = entity.getContent();
    byte[] read = stream.readNBytes(BODY_BYTES_MAX + 1);
    return read.length > BODY_BYTES_MAX ? "" : new String(read, StandardCharsets.UTF_8);
  }
}
