package io.clipmeter.gateway.identity;

import io.clipmeter.chassis.security.AccessRules;
import java.time.Duration;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.cors.CorsConfiguration;
import org.springframework.web.cors.CorsConfigurationSource;
import org.springframework.web.cors.UrlBasedCorsConfigurationSource;

@Configuration(proxyBeanMethods = false)
class IdentitySetup {

  /**
   * The services' own rules once more, so that what they would refuse does not reach them. A path
   * that no rule names needs a token and then does not exist.
   */
  @Bean
  AccessRules accessRules() {
    return requests -> {
      requests.requestMatchers("/api/admin/**", "/api/view-tracking/**").hasRole("ADMIN");
      requests.requestMatchers("/api/clippers/**").hasRole("CLIPPER");
      requests.requestMatchers("/api/analytics/**").hasAnyRole("ADMIN", "ANALYST");
      requests.requestMatchers("/**").authenticated();
    };
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
}
