package io.clipmeter.local.issuer;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.SignedJWT;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IssuerTest {
  @TempDir static Path directory;
  static Browser issuer;

  @BeforeAll
  static void start() {
    issuer = Browser.onANewIssuer(directory.resolve("key.json"));
  }

  @AfterAll
  static void stop() {
    issuer.close();
  }

  @ParameterizedTest
  @CsvSource({"admin,ADMIN", "alice,CLIPPER", "bob,CLIPPER", "analyst,ANALYST"})
  void aClientGetsATokenForItsPerson(String name, String role) throws Exception {
    SignedJWT token = issuer.tokenOf(name);
    var claims = token.getJWTClaimsSet();

    assertThat(token.getHeader().getAlgorithm()).isEqualTo(JWSAlgorithm.RS256);
    assertThat(claims.getSubject()).isEqualTo(name);
    assertThat(claims.getStringListClaim("roles")).containsExactly(role);
    assertThat(claims.getAudience()).containsExactly("clipmeter-api");
    assertThat(claims.getIssuer()).isEqualTo("http://localhost:8110");
    assertThat(claims.getExpirationTime().toInstant())
        .isAfter(Instant.now().plus(Duration.ofMinutes(11 * 60 + 50)));
  }

  @Test
  void tokensSurviveARestart() throws Exception {
    SignedJWT before = issuer.tokenOf("alice");

    try (var again = Browser.onANewIssuer(directory.resolve("key.json"))) {
      var keys = JWKSet.parse(again.get("/oauth2/jwks").body());
      var key = keys.getKeyByKeyId(before.getHeader().getKeyID());
      assertThat(before.verify(new RSASSAVerifier(key.toRSAKey()))).isTrue();
      assertThat(key.isPrivate()).isFalse();
    }
  }

  @Test
  void aWrongSecretGetsNothing() throws Exception {
    var answer = issuer.post("/oauth2/token", Browser.credentials("alice", "bob-secret"));

    assertThat(answer.statusCode()).isEqualTo(401);
    assertThat(answer.body()).contains("invalid_client").doesNotContain("access_token");
  }

  @Test
  void theConsoleCannotAskWithoutProofKey() throws Exception {
    HttpResponse<String> answer =
        issuer.get(
            "/oauth2/authorize?response_type=code&client_id=clipmeter-spa&scope=openid"
                + "&redirect_uri=http://localhost:5173/callback");

    assertThat(Browser.location(answer))
        .startsWith("http://localhost:5173/callback")
        .contains("error=invalid_request");
  }

  @Test
  void theConsoleLogsAPersonInWithProofKey() throws Exception {
    Browser.Tokens tokens = issuer.login("bob", "http://localhost:5173/callback");

    var access = SignedJWT.parse(tokens.access()).getJWTClaimsSet();
    assertThat(access.getSubject()).isEqualTo("bob");
    assertThat(access.getStringListClaim("roles")).containsExactly("CLIPPER");
    assertThat(access.getAudience()).containsExactly("clipmeter-api");
    var id = SignedJWT.parse(tokens.id()).getJWTClaimsSet();
    assertThat(id.getAudience()).isEqualTo(List.of("clipmeter-spa"));
  }

  @Test
  void anotherRedirectIsRefused() throws Exception {
    HttpResponse<String> answer =
        issuer.get(
            "/oauth2/authorize?response_type=code&client_id=clipmeter-spa&scope=openid"
                + "&code_challenge_method=S256&code_challenge=x&redirect_uri=http://evil.example/cb");

    assertThat(answer.statusCode()).isEqualTo(400);
  }

  @ParameterizedTest
  @CsvSource({"http://localhost:5173,http://localhost:5173", "http://evil.example,"})
  void onlyTheConsoleMayCallFromABrowser(String origin, String allowed) throws Exception {
    HttpResponse<String> answer = issuer.getFrom(origin, "/.well-known/openid-configuration");

    assertThat(answer.headers().firstValue("Access-Control-Allow-Origin").orElse(null))
        .isEqualTo(allowed);
  }
}
