package io.clipmeter.local.issuer;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.text.ParseException;

/** The RSA key that signs the tokens, kept in a file so that tokens survive a restart. */
final class SigningKey {
  private static final int BITS = 2048;

  private SigningKey() {}

  /**
   * Reads the key, making the file first where there is none.
   *
   * @throws IllegalStateException when the file holds no private RSA key
   */
  static RSAKey in(Path file) throws IOException, JOSEException {
    if (!Files.exists(file)) {
      write(file.toAbsolutePath());
    }
    try {
      RSAKey key = RSAKey.parse(Files.readString(file));
      if (key.isPrivate()) {
        return key;
      }
    } catch (ParseException notAKey) {
      throw new IllegalStateException(sentence(file), notAKey);
    }
    throw new IllegalStateException(sentence(file));
  }

  /** Written beside and moved into place, so that a half-written key is never read. */
  private static void write(Path file) throws IOException, JOSEException {
    Files.createDirectories(file.getParent());
    RSAKey key =
        new RSAKeyGenerator(BITS)
            .keyUse(KeyUse.SIGNATURE)
            .algorithm(JWSAlgorithm.RS256)
            .keyIDFromThumbprint(true)
            .generate();
    Path fresh = Files.createTempFile(file.getParent(), "key", ".tmp", ownerOnly());
    Files.writeString(fresh, key.toJSONString());
    Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
  }

  private static FileAttribute<?>[] ownerOnly() {
    if (!FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) {
      return new FileAttribute<?>[0];
    }
    return new FileAttribute<?>[] {
      PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
    };
  }

  private static String sentence(Path file) {
    return file + " holds no private RSA key (JWK): delete it and a new one is made.";
  }
}
