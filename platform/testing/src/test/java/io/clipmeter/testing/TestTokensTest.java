package io.clipmeter.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jwt.SignedJWT;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtAudienceValidator;
import org.springframework.security.oauth2.jwt.JwtClaimNames;
import org.springframework.security.oauth2.jwt.JwtClaimValidator;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.security.oauth2.jwt.JwtValidators;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;

/** Against the decoder that the services use, set up as strictly as they must be. */
class TestTokensTest {

  private final NimbusJwtDecoder strict = strictDecoder();

  private static NimbusJwtDecoder strictDecoder() {
    NimbusJwtDecoder decoder = NimbusJwtDecoder.withJwkSetUri(TestTokens.jwkSetUri()).build();
    decoder.setJwtValidator(
        new DelegatingOAuth2TokenValidator<>(
            JwtValidators.createDefaultWithIssuer(TestTokens.ISSUER),
            new JwtAudienceValidator(TestTokens.AUDIENCE),
            new JwtClaimValidator<Object>(JwtClaimNames.EXP, expiry -> expiry != null)));
    return decoder;
  }

  @Test
  void anAdminsTokenIsGood() {
    Jwt token = strict.decode(TestTokens.admin("anna"));
    assertThat(token.getSubject()).isEqualTo("anna");
    assertThat(token.getClaimAsStringList("roles")).containsExactly("ADMIN");
    assertThat(token.getAudience()).containsExactly("clipmeter-api");
  }

  @Test
  void aClippersTokenIsGood() {
    Jwt token = strict.decode(TestTokens.clipper("bob"));
    assertThat(token.getSubject()).isEqualTo("bob");
    assertThat(token.getClaimAsStringList("roles")).isEqualTo(List.of("CLIPPER"));
  }

  @Test
  void aTokenCanHaveNoRoleAtAll() throws Exception {
    String token = TestTokens.token("carl").claim("email", "carl@example.org").signed();
    assertThat(SignedJWT.parse(token).getJWTClaimsSet().getClaim("roles")).isNull();
    assertThat(strict.decode(token).getClaimAsString("email")).isEqualTo("carl@example.org");
  }

  @ParameterizedTest
  @EnumSource
  void everyForgeryIsRefused(Forgery forgery) {
    String token = forgery.token("mallory");
    assertThatThrownBy(() -> strict.decode(token)).isInstanceOf(JwtException.class);
  }

  @Test
  void thePrivateKeyIsNotServed() throws Exception {
    try (var client = HttpClient.newHttpClient()) {
      var request = HttpRequest.newBuilder(URI.create(TestTokens.jwkSetUri())).build();
      String keys = client.send(request, BodyHandlers.ofString()).body();
      assertThat(keys).contains("test-key").doesNotContain("\"d\"");
    }
  }
}
