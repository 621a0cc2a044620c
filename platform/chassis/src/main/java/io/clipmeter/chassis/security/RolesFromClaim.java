package io.clipmeter.chassis.security;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.core.convert.converter.Converter;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.oauth2.jwt.Jwt;

/**
 * Reads roles from a claim, also a nested one; a missing or odd claim gives no role rather than an
 * error.
 */
final class RolesFromClaim implements Converter<Jwt, Collection<GrantedAuthority>> {
  /** Letters of ASCII only: others may turn into them in upper case. */
  private static final Pattern ROLE = Pattern.compile("[A-Za-z_]{1,100}");

  private final List<String> path;

  RolesFromClaim(String claim) {
    this.path = List.of(claim.split("\\."));
  }

  @Override
  public Collection<GrantedAuthority> convert(Jwt token) {
    Object found = token.getClaims();
    for (String part : path) {
      found = found instanceof Map<?, ?> map ? map.get(part) : null;
    }
    return names(found).stream()
        .filter(ROLE.asMatchPredicate())
        .<GrantedAuthority>map(name -> new SimpleGrantedAuthority(role(name)))
        .toList();
  }

  private static List<String> names(@Nullable Object claim) {
    return switch (claim) {
      case String one -> List.of(one);
      case Collection<?> many ->
          many.stream().filter(String.class::isInstance).map(String.class::cast).toList();
      case null, default -> List.of();
    };
  }

  private static String role(String name) {
    return "ROLE_" + name.toUpperCase(Locale.ROOT);
  }
}
