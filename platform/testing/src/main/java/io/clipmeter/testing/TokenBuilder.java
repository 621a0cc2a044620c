package io.clipmeter.testing;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Makes one token, good unless told otherwise. Not for use by several threads. */
public final class TokenBuilder {

  private final JWTClaimsSet.Builder claims = new JWTClaimsSet.Builder();
  private final List<String> roles = new ArrayList<>();

  private TokenBuilder() {}

  static TokenBuilder good(String subject) {
    var builder = new TokenBuilder();
    builder.claims.subject(subject).jwtID(UUID.randomUUID().toString());
    builder.claims.issueTime(in(Duration.ZERO));
    return builder
        .issuer(TestTokens.ISSUER)
        .audience(TestTokens.AUDIENCE)
        .expiresIn(Duration.ofHours(1));
  }

  /** Adds a role, such as {@code ADMIN}. */
  public TokenBuilder role(String role) {
    roles.add(role);
    return this;
  }

  /** Who says so; null leaves the claim out. */
  public TokenBuilder issuer(@Nullable String issuer) {
    claims.issuer(issuer);
    return this;
  }

  /** For whom it is meant; null leaves the claim out. */
  public TokenBuilder audience(@Nullable String audience) {
    claims.audience(audience);
    return this;
  }

  /** When it ends, from now; negative: it has ended; null leaves the claim out. */
  public TokenBuilder expiresIn(@Nullable Duration time) {
    claims.expirationTime(time == null ? null : in(time));
    return this;
  }

  /** From when on it counts. */
  public TokenBuilder notBefore(Duration fromNow) {
    claims.notBeforeTime(in(fromNow));
    return this;
  }

  /** Any other claim; null leaves it out. */
  public TokenBuilder claim(String name, @Nullable Object value) {
    claims.claim(name, value);
    return this;
  }

  /** The token, signed as the issuer signs. */
  public String signed() {
    return signedBy(TestTokens.key());
  }

  /** The token, signed RS256 with this key and its key id. */
  String signedBy(RSAKey key) {
    try {
      return signed(header(JWSAlgorithm.RS256, key.getKeyID()), new RSASSASigner(key));
    } catch (JOSEException impossible) {
      throw new IllegalStateException("an RSA key that cannot sign", impossible);
    }
  }

  String signed(JWSHeader header, JWSSigner signer) {
    var token = new SignedJWT(header, payload());
    try {
      token.sign(signer);
    } catch (JOSEException impossible) {
      throw new IllegalStateException("the token cannot be signed", impossible);
    }
    return token.serialize();
  }

  JWTClaimsSet payload() {
    return claims.claim("roles", roles.isEmpty() ? null : List.copyOf(roles)).build();
  }

  static JWSHeader header(JWSAlgorithm algorithm, @Nullable String keyId) {
    return new JWSHeader.Builder(algorithm).type(JOSEObjectType.JWT).keyID(keyId).build();
  }

  private static Date in(Duration time) {
    return Date.from(InstantSource.system().instant().plus(time));
  }
}
