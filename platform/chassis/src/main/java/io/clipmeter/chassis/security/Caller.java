package io.clipmeter.chassis.security;

import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;

/**
 * Whoever made this request, as the token says.
 *
 * @param subject the token's {@code sub}: a clipper's id is this and nothing else
 * @param roles without the {@code ROLE_} prefix
 */
public record Caller(String subject, Set<String> roles) {
  private static final String PREFIX = "ROLE_";

  /**
   * The caller of the current request.
   *
   * @throws IllegalStateException where nobody is authenticated; the security filter answers 401
   *     before that
   */
  public static Caller of(@Nullable Authentication authentication) {
    if (authentication == null) {
      throw new IllegalStateException("no authenticated caller");
    }
    return new Caller(authentication.getName(), roles(authentication));
  }

  private static Set<String> roles(Authentication authentication) {
    return authentication.getAuthorities().stream()
        .map(GrantedAuthority::getAuthority)
        .filter(name -> name != null && name.startsWith(PREFIX))
        .map(name -> name.substring(PREFIX.length()))
        .collect(Collectors.toUnmodifiableSet());
  }
}
