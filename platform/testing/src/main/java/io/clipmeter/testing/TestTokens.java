package io.clipmeter.testing;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import java.util.Map;
import java.util.function.Supplier;

/**
 * An issuer for tests: signs RS256 tokens with a key of this JVM and serves the public key on a
 * loopback port. {@link WithEngines} makes the service under test trust it.
 *
 * <p>Times are those of the system clock, because that is what a resource server checks them
 * against.
 */
public final class TestTokens {

  /** The audience of every good token. */
  public static final String AUDIENCE = "clipmeter-api";

  /** The issuer of every good token; nothing listens there, keys come from {@link #jwkSetUri()}. */
  public static final String ISSUER = "http://issuer.test";

  private static final RSAKey KEY = newKey("test-key");
  private static final KeyServer SERVER = KeyServer.start(KEY);

  private TestTokens() {}

  /** A token of an admin, to be sent as {@code Authorization: Bearer <token>}. */
  public static String admin(String subject) {
    return token(subject).role("ADMIN").signed();
  }

  /** A token of a clipper; the subject is the clipper's id. */
  public static String clipper(String subject) {
    return token(subject).role("CLIPPER").signed();
  }

  /** A good token without any role, to be changed as a test needs it. */
  public static TokenBuilder token(String subject) {
    return TokenBuilder.good(subject);
  }

  /** Where the service under test fetches the public key. */
  public static String jwkSetUri() {
    return SERVER.uri();
  }

  static RSAKey key() {
    return KEY;
  }

  static RSAKey newKey(String id) {
    try {
      return new RSAKeyGenerator(2048).keyID(id).generate();
    } catch (JOSEException impossible) {
      throw new IllegalStateException("no RSA in this JVM", impossible);
    }
  }

  static Map<String, Supplier<String>> properties() {
    String prefix = "spring.security.oauth2.resourceserver.jwt.";
    return Map.of(
        prefix + "issuer-uri",
        () -> ISSUER,
        prefix + "jwk-set-uri",
        TestTokens::jwkSetUri,
        prefix + "audiences",
        () -> AUDIENCE);
  }
}
