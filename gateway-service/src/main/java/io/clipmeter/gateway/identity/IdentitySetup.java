package io.clipmeter.gateway.identity;

import io.clipmeter.chassis.problem.ProblemType;
import io.clipmeter.chassis.problem.ProblemWriter;
import io.clipmeter.chassis.security.AccessRules;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.ServerHttpResponse;
import org.springframework.http.server.ServletServerHttpResponse;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.web.header.HeaderWriter;
import org.springframework.security.web.header.writers.ContentSecurityPolicyHeaderWriter;
import org.springframework.security.web.header.writers.DelegatingRequestMatcherHeaderWriter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.NegatedRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.web.cors.CorsConfiguration;
import org.springframework.web.cors.CorsConfigurationSource;
import org.springframework.web.cors.DefaultCorsProcessor;
import org.springframework.web.cors.UrlBasedCorsConfigurationSource;
import org.springframework.web.filter.CorsFilter;

@Configuration(proxyBeanMethods = false)
class IdentitySetup {
  private static final ProblemType ORIGIN_REFUSED =
      new ProblemType("origin-not-allowed", 403, "Not for pages of this origin");

  private static final String[] ADMINS_ONLY = {
    "/api/admin/**", "/api/view-tracking/**", "/api/test/**", "/api/tiktok/**"
  };

  /** What analysts may read and admins set going. */
  private static final String[] FOUND = {
    "/api/scrape/**", "/api/search/**", "/api/trending/**", "/api/accounts/{id}/refresh"
  };

  private static final String ANSWERS_MAY = "default-src 'none'; frame-ancestors 'none'";

  /** Swagger UI styles its elements one by one and draws its icons from data. */
  private static final String PAGES_MAY =
      "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:;"
          + " base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

  /**
   * The services' own rules once more, so that what they would refuse does not reach them. A path
   * that no rule names needs a token and then does not exist.
   */
  @Bean
  AccessRules accessRules() {
    return requests -> {
      // Signed, in the place of a token; the service checks it.
      requests
          .requestMatchers(HttpMethod.POST, "/api/webhooks/ayrshare", "/api/webhooks/paypal")
          .permitAll();
      requests.requestMatchers(ADMINS_ONLY).hasRole("ADMIN");
      requests.requestMatchers("/api/clippers/**").hasRole("CLIPPER");
      requests
          .requestMatchers("/api/analytics/**", "/api/videos/**")
          .hasAnyRole("ADMIN", "ANALYST");
      requests.requestMatchers(HttpMethod.GET, FOUND).hasAnyRole("ADMIN", "ANALYST");
      requests.requestMatchers(FOUND).hasRole("ADMIN");
      requests.requestMatchers("/**").authenticated();
    };
  }

  /** Pages may load what is here and nothing else; answers of the API load nothing at all. */
  @Bean
  Customizer<HeadersConfigurer<HttpSecurity>> contentPolicy() {
    RequestMatcher pages = PathPatternRequestMatcher.withDefaults().matcher("/docs/**");
    return headers ->
        headers
            .addHeaderWriter(policy(pages, PAGES_MAY))
            .addHeaderWriter(policy(new NegatedRequestMatcher(pages), ANSWERS_MAY))
            .referrerPolicy(
                referrer -> referrer.policy(ReferrerPolicyHeaderWriter.ReferrerPolicy.NO_REFERRER));
  }

  private static HeaderWriter policy(RequestMatcher requests, String may) {
    return new DelegatingRequestMatcherHeaderWriter(
        requests, new ContentSecurityPolicyHeaderWriter(may));
  }

  @Bean
  CorsConfigurationSource corsConfigurationSource(OriginSettings settings) {
    CorsConfiguration cors = new CorsConfiguration();
    cors.setAllowedOrigins(settings.origins());
    cors.setAllowedMethods(List.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE"));
    cors.setAllowedHeaders(
        List.of("Authorization", "Content-Type", "Idempotency-Key", "traceparent"));
    cors.setExposedHeaders(List.of("Location", "Retry-After"));
    cors.setMaxAge(Duration.ofHours(1));
    UrlBasedCorsConfigurationSource source = new UrlBasedCorsConfigurationSource();
    source.registerCorsConfiguration("/api/**", cors);
    return source;
  }

  /** In the place of the framework's own, which refuses in plain text. */
  @Bean
  CorsFilter corsFilter(
      @Qualifier("corsConfigurationSource") CorsConfigurationSource source,
      ProblemWriter problems) {
    CorsFilter filter = new CorsFilter(source);
    filter.setCorsProcessor(
        new DefaultCorsProcessor() {
          @Override
          protected void rejectRequest(ServerHttpResponse response) throws IOException {
            problems.write(
                ((ServletServerHttpResponse) response).getServletResponse(),
                ORIGIN_REFUSED,
                "Pages of this origin may not call this API in this way.");
          }
        });
    return filter;
  }
}
