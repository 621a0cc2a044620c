package io.clipmeter.gateway.route;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import org.springframework.cloud.gateway.server.mvc.filter.HttpHeadersFilter.RequestHttpHeadersFilter;
import org.springframework.cloud.gateway.server.mvc.filter.HttpHeadersFilter.ResponseHttpHeadersFilter;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;

/**
 * Headers that end here, beside those the gateway's library takes away itself: {@code Forwarded}
 * and {@code X-Forwarded-*}, which anybody can write, and what concerns one connection only.
 */
@Configuration(proxyBeanMethods = false)
class HeaderRules {
  private static final Set<String> OF_THE_CALLER =
      Set.of("origin", "x-real-ip", "proxy-connection", "proxy-authorization");

  /** Which origin may read an answer is decided here, so a service is not told of one. */
  @Bean
  @Order(0)
  RequestHttpHeadersFilter callersOwn() {
    return (headers, request) -> {
      Set<String> ending = new HashSet<>(OF_THE_CALLER);
      ending.addAll(named(headers.getConnection()));
      HttpHeaders kept = without(headers, ending::contains);
      // As it was sent: the servlet API adds the encoding it would read the body with.
      String type = request.servletRequest().getHeader(HttpHeaders.CONTENT_TYPE);
      if (type != null) {
        kept.set(HttpHeaders.CONTENT_TYPE, type);
      }
      return kept;
    };
  }

  @Bean
  @Order(0)
  ResponseHttpHeadersFilter servicesOwn() {
    return (headers, response) -> without(headers, name -> name.startsWith("access-control-"));
  }

  private static List<String> named(List<String> connection) {
    return connection.stream().map(name -> name.trim().toLowerCase(Locale.ROOT)).toList();
  }

  private static HttpHeaders without(HttpHeaders headers, Predicate<String> ending) {
    HttpHeaders kept = new HttpHeaders();
    headers.forEach(
        (name, values) -> {
          if (!ending.test(name.toLowerCase(Locale.ROOT))) {
            kept.addAll(name, values);
          }
        });
    return kept;
  }
}
