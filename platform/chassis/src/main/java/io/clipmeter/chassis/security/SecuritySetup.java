package io.clipmeter.chassis.security;

import io.clipmeter.chassis.problem.ProblemType;
import io.clipmeter.chassis.problem.ProblemWriter;
import java.util.regex.Pattern;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.security.autoconfigure.actuate.web.servlet.EndpointRequest;
import org.springframework.context.annotation.Bean;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtClaimNames;
import org.springframework.security.oauth2.jwt.JwtClaimValidator;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationConverter;
import org.springframework.security.oauth2.server.resource.web.BearerTokenAuthenticationEntryPoint;
import org.springframework.security.oauth2.server.resource.web.access.BearerTokenAccessDeniedHandler;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.AccessDeniedHandler;

@AutoConfiguration
@EnableConfigurationProperties(SecuritySettings.class)
class SecuritySetup {
  /** What OpenID Connect allows: 1 to 255 characters of ASCII, here without blanks and controls. */
  private static final Pattern SUBJECT = Pattern.compile("[!-~]{1,255}");

  private static final ProblemType UNAUTHENTICATED =
      new ProblemType("unauthenticated", 401, "A valid bearer token is required");
  private static final ProblemType FORBIDDEN =
      new ProblemType("forbidden", 403, "Your role may not do this");

  @Bean
  SecurityFilterChain api(
      HttpSecurity http,
      SecuritySettings settings,
      ObjectProvider<AccessRules> rules,
      ProblemWriter problems) {
    http.csrf(AbstractHttpConfigurer::disable)
        .cors(Customizer.withDefaults())
        .sessionManagement(
            session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
        .authorizeHttpRequests(requests -> authorize(requests, settings, rules))
        .oauth2ResourceServer(
            server ->
                server
                    .bearerTokenResolver(new TokenUnlessSecret(settings.secretPaths()))
                    .jwt(jwt -> jwt.jwtAuthenticationConverter(converter(settings)))
                    .authenticationEntryPoint(unauthenticated(problems))
                    .accessDeniedHandler(forbidden(problems)))
        .exceptionHandling(
            handling ->
                handling
                    .authenticationEntryPoint(unauthenticated(problems))
                    .accessDeniedHandler(forbidden(problems)));
    return http.build();
  }

  @Bean
  CronSecret cronSecret(@Value("${CRON_SECRET:}") String secret) {
    return new CronSecret(secret);
  }

  /** A token without an end would count for ever, which the framework lets pass. */
  @Bean
  OAuth2TokenValidator<Jwt> mustExpire() {
    JwtTimestampValidator validator = new JwtTimestampValidator();
    validator.setAllowEmptyExpiryClaim(false);
    return validator;
  }

  /** The subject is who did it, for ever: in the audit log, on accounts and in keys of topics. */
  @Bean
  OAuth2TokenValidator<Jwt> mustNameItsSubject() {
    return new JwtClaimValidator<String>(
        JwtClaimNames.SUB, subject -> subject != null && SUBJECT.matcher(subject).matches());
  }

  private static void authorize(
      AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry
          requests,
      SecuritySettings settings,
      ObjectProvider<AccessRules> rules) {
    requests.dispatcherTypeMatchers(jakarta.servlet.DispatcherType.ERROR).permitAll();
    // On the management port only, which is not public; what is exposed there is a property.
    requests.requestMatchers(EndpointRequest.toAnyEndpoint()).permitAll();
    requests.requestMatchers(settings.publicPaths().toArray(String[]::new)).permitAll();
    requests.requestMatchers(settings.secretPaths().toArray(String[]::new)).permitAll();
    rules.orderedStream().forEach(rule -> rule.add(requests));
    requests.requestMatchers("/api/admin/**").hasRole("ADMIN");
    requests.requestMatchers("/api/clippers/**").hasRole("CLIPPER");
    requests.anyRequest().denyAll();
  }

  private static JwtAuthenticationConverter converter(SecuritySettings settings) {
    JwtAuthenticationConverter converter = new JwtAuthenticationConverter();
    converter.setJwtGrantedAuthoritiesConverter(new RolesFromClaim(settings.rolesClaim()));
    return converter;
  }

  private static AuthenticationEntryPoint unauthenticated(ProblemWriter problems) {
    BearerTokenAuthenticationEntryPoint challenge = new BearerTokenAuthenticationEntryPoint();
    return (request, response, failure) -> {
      challenge.commence(request, response, failure);
      problems.write(
          response, UNAUTHENTICATED, "The token is missing, expired or not meant for this API.");
    };
  }

  private static AccessDeniedHandler forbidden(ProblemWriter problems) {
    BearerTokenAccessDeniedHandler challenge = new BearerTokenAccessDeniedHandler();
    return (request, response, denied) -> {
      challenge.handle(request, response, denied);
      problems.write(
          response, FORBIDDEN, "The token is valid, but its roles do not cover this path.");
    };
  }
}
