package io.clipmeter.chassis.security;

import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;

/**
 * A service's own paths beside {@code /api/admin} and {@code /api/clippers}: one bean, asked before
 * the defaults.
 */
@FunctionalInterface
public interface AccessRules {
  /** Adds rules; what no rule names stays denied. */
  void add(
      AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry
          requests);
}
