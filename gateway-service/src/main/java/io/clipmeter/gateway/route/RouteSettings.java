package io.clipmeter.gateway.route;

import java.net.URI;
import java.util.Map;
import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Where the services are.
 *
 * @param backends one base URL for each service: {@code http} or {@code https}, a host, no path
 */
@ConfigurationProperties("clipmeter.gateway")
record RouteSettings(Map<Backend, URI> backends) {
  RouteSettings {
    backends = Map.copyOf(backends);
    for (Backend backend : Backend.values()) {
      URI url = backends.get(backend);
      if (url == null || !isBase(url)) {
        throw new IllegalArgumentException(
            "clipmeter.gateway.backends.%s must be a URL such as http://host:8101, without a path or a user"
                .formatted(backend.label()));
      }
    }
  }

  private static boolean isBase(URI url) {
    return url.getHost() != null
        && Set.of("http", "https").contains(url.getScheme())
        && Set.of("", "/").contains(url.getRawPath())
        && url.getRawQuery() == null
        && url.getRawUserInfo() == null
        && url.getRawFragment() == null;
  }

  /** The base URL of a service. */
  URI url(Backend backend) {
    URI url = backends.get(backend);
    if (url == null) {
      throw new IllegalStateException("no URL for " + backend);
    }
    return url;
  }
}
