package io.clipmeter.local.issuer;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.oauth2.server.authorization.OAuth2TokenType;
import org.springframework.security.oauth2.server.authorization.client.InMemoryRegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.token.JwtEncodingContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenCustomizer;
import org.springframework.security.provisioning.InMemoryUserDetailsManager;
import org.springframework.web.cors.CorsConfiguration;
import org.springframework.web.cors.UrlBasedCorsConfigurationSource;

/** Puts the issuer together; Boot adds the endpoints and the login page. */
@Configuration(proxyBeanMethods = false)
class IssuerSetup {
  private final IssuerSettings settings;

  IssuerSetup(IssuerSettings settings, Environment environment) {
    LocalOnly.refusal(environment)
        .ifPresent(
            sentence -> {
              throw new IllegalStateException(sentence);
            });
    this.settings = settings;
  }

  @Bean
  JWKSource<SecurityContext> signingKeys() throws IOException, JOSEException {
    return new ImmutableJWKSet<>(new JWKSet(SigningKey.in(settings.keyFile())));
  }

  @Bean
  InMemoryRegisteredClientRepository clients() {
    return new InMemoryRegisteredClientRepository(Clients.of(settings));
  }

  @Bean
  InMemoryUserDetailsManager people() {
    return new InMemoryUserDetailsManager(
        settings.people().keySet().stream().map(IssuerSetup::person).toList());
  }

  /** The id token keeps the client as its audience: it must not open the API. */
  @Bean
  OAuth2TokenCustomizer<JwtEncodingContext> claims() {
    return context -> {
      if (OAuth2TokenType.ACCESS_TOKEN.equals(context.getTokenType())) {
        Authentication person = Objects.requireNonNull(context.getPrincipal());
        context
            .getClaims()
            .audience(List.of(settings.audience()))
            .claim("roles", settings.rolesOf(person.getName()));
      }
    };
  }

  /** Found by its type and by its name: Spring Security looks for both. */
  @Bean
  UrlBasedCorsConfigurationSource corsConfigurationSource() {
    var allowed = new CorsConfiguration();
    allowed.setAllowedOrigins(List.of(settings.spaOrigin()));
    allowed.setAllowedMethods(List.of("GET", "POST"));
    allowed.setAllowedHeaders(List.of("*"));
    var source = new UrlBasedCorsConfigurationSource();
    source.registerCorsConfiguration("/**", allowed);
    return source;
  }

  private static UserDetails person(String name) {
    return User.withUsername(name).password("{noop}" + name).build();
  }
}
