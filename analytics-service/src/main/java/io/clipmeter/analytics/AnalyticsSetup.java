package io.clipmeter.analytics;

import io.clipmeter.chassis.security.AccessRules;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;

/** Who may read what is not one clipper's own. */
@Configuration(proxyBeanMethods = false)
class AnalyticsSetup {
  @Bean
  AccessRules adminsAndAnalysts() {
    return requests ->
        requests
            .requestMatchers(HttpMethod.GET, "/api/videos/**", "/api/analytics/**")
            .hasAnyRole("ADMIN", "ANALYST");
  }
}
