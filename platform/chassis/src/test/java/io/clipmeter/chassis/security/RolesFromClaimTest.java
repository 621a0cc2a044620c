package io.clipmeter.chassis.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.oauth2.jwt.Jwt;

class RolesFromClaimTest {

  @Test
  void aNestedClaimIsReadByItsPath() {
    assertThat(
            roles(
                "realm_access.roles",
                Map.of("realm_access", Map.of("roles", List.of("admin", "CLIPPER")))))
        .containsExactly("ROLE_ADMIN", "ROLE_CLIPPER");
  }

  @ParameterizedTest
  @MethodSource
  void whateverTheClaimHoldsItGivesItsNamesOrNothing(Object claim, List<String> expected) {
    assertThat(roles("roles", Map.of("roles", claim))).isEqualTo(expected);
  }

  static Stream<Arguments> whateverTheClaimHoldsItGivesItsNamesOrNothing() {
    return Stream.of(
        Arguments.of("ADMIN", List.of("ROLE_ADMIN")),
        Arguments.of(List.of("CLIPPER", 7, List.of("ADMIN")), List.of("ROLE_CLIPPER")),
        Arguments.of("adm\u0131n", List.of()),
        Arguments.of(List.of("ADMIN\0", " ADMIN", ""), List.of()),
        Arguments.of(List.of(), List.of()),
        Arguments.of(Map.of("ADMIN", true), List.of()),
        Arguments.of(1, List.of()),
        Arguments.of(true, List.of()));
  }

  @Test
  void aPathThatLeadsNowhereGivesNothing() {
    assertThat(roles("a.b.c", Map.of("a", Map.of("b", "ADMIN")))).isEmpty();
    assertThat(roles("a", Map.of("b", "ADMIN"))).isEmpty();
  }

  private static List<@Nullable String> roles(String path, Map<String, Object> claims) {
    Jwt token =
        Jwt.withTokenValue("t").header("alg", "RS256").claims(c -> c.putAll(claims)).build();
    return new RolesFromClaim(path)
        .convert(token).stream().<@Nullable String>map(GrantedAuthority::getAuthority).toList();
  }
}
