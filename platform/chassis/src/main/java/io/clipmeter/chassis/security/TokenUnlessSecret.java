package io.clipmeter.chassis.security;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.server.resource.web.BearerTokenResolver;
import org.springframework.security.oauth2.server.resource.web.DefaultBearerTokenResolver;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/** Leaves the {@code Authorization} header alone where it carries a secret and no token. */
final class TokenUnlessSecret implements BearerTokenResolver {
  private final BearerTokenResolver tokens = new DefaultBearerTokenResolver();
  private final List<RequestMatcher> secretPaths;

  TokenUnlessSecret(List<String> secretPaths) {
    this.secretPaths =
        secretPaths.stream()
            .<RequestMatcher>map(PathPatternRequestMatcher.withDefaults()::matcher)
            .toList();
  }

  @Override
  public @Nullable String resolve(HttpServletRequest request) {
    return secretPaths.stream().anyMatch(path -> path.matches(request))
        ? null
        : tokens.resolve(request);
  }
}
