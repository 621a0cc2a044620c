package io.clipmeter.testing;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.PlainJWT;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;

/**
 * The tokens that a service must refuse with 401. Use it with {@code @EnumSource}: a new forgery is
 * then tried on every service.
 */
public enum Forgery {
  EXPIRED,
  NO_EXPIRY,
  NOT_YET_VALID,
  WRONG_AUDIENCE,
  NO_AUDIENCE,
  WRONG_ISSUER,
  NO_ISSUER,
  OTHER_KEY,
  OTHER_KEY_UNDER_OUR_ID,
  UNKNOWN_KEY_ID,
  OWN_KEY_IN_HEADER,
  OWN_KEY_ADDRESS_IN_HEADER,
  UNSIGNED,
  HS256_WITH_PUBLIC_KEY,
  CHANGED_AFTER_SIGNING,
  SIGNATURE_CUT_OFF,
  NO_TOKEN_AT_ALL;

  private static final RSAKey OTHER = TestTokens.newKey("other-key");

  /** A token of this kind that claims to be an admin and a clipper. */
  public String token(String subject) {
    TokenBuilder good = TestTokens.token(subject).role("ADMIN").role("CLIPPER");
    return switch (this) {
      case EXPIRED -> good.expiresIn(Duration.ofHours(-1)).signed();
      case NO_EXPIRY -> good.expiresIn(null).signed();
      case NOT_YET_VALID -> good.notBefore(Duration.ofHours(1)).signed();
      case WRONG_AUDIENCE -> good.audience("another-api").signed();
      case NO_AUDIENCE -> good.audience(null).signed();
      case WRONG_ISSUER -> good.issuer("http://another-issuer.test").signed();
      case NO_ISSUER -> good.issuer(null).signed();
      case OTHER_KEY -> good.signedBy(OTHER);
      case OTHER_KEY_UNDER_OUR_ID -> signedByOther(good, header().keyID(ourKeyId()));
      case UNKNOWN_KEY_ID -> signedByUs(good, header().keyID("unknown"));
      case OWN_KEY_IN_HEADER -> signedByOther(good, header().jwk(OTHER.toPublicJWK()));
      case OWN_KEY_ADDRESS_IN_HEADER ->
          signedByOther(good, header().jwkURL(URI.create("http://127.0.0.1:9/jwks.json")));
      case UNSIGNED -> new PlainJWT(good.payload()).serialize();
      case HS256_WITH_PUBLIC_KEY -> signedWithPublicKey(good);
      case CHANGED_AFTER_SIGNING -> changed(good.signed());
      case SIGNATURE_CUT_OFF -> withoutSignature(good.signed());
      case NO_TOKEN_AT_ALL -> "not.a.token";
    };
  }

  private static JWSHeader.Builder header() {
    return new JWSHeader.Builder(JWSAlgorithm.RS256).type(JOSEObjectType.JWT);
  }

  private static String ourKeyId() {
    return TestTokens.key().getKeyID();
  }

  private static String signedByOther(TokenBuilder token, JWSHeader.Builder header) {
    return signed(token, header, OTHER);
  }

  private static String signedByUs(TokenBuilder token, JWSHeader.Builder header) {
    return signed(token, header, TestTokens.key());
  }

  private static String signed(TokenBuilder token, JWSHeader.Builder header, RSAKey key) {
    try {
      return token.signed(header.build(), new RSASSASigner(key));
    } catch (JOSEException impossible) {
      throw new IllegalStateException("an RSA key that cannot sign", impossible);
    }
  }

  /**
   * What a service does wrong that lets the token choose the algorithm: the public key is public.
   */
  private static String signedWithPublicKey(TokenBuilder token) {
    try {
      byte[] secret = TestTokens.key().toRSAPublicKey().getEncoded();
      var header = new JWSHeader.Builder(JWSAlgorithm.HS256).keyID(ourKeyId()).build();
      return token.signed(header, new MACSigner(secret));
    } catch (JOSEException impossible) {
      throw new IllegalStateException("an RSA key without a public half", impossible);
    }
  }

  private static String changed(String token) {
    String[] parts = token.split("\\.", -1);
    String payload = new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8);
    byte[] promoted = payload.replace("CLIPPER", "CLIPPED").getBytes(StandardCharsets.UTF_8);
    return parts[0]
        + "."
        + Base64.getUrlEncoder().withoutPadding().encodeToString(promoted)
        + "."
        + parts[2];
  }

  private static String withoutSignature(String token) {
    return token.substring(0, token.lastIndexOf('.') + 1);
  }
}
