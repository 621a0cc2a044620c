package io.clipmeter.local.issuer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class SigningKeyTest {
  @TempDir Path directory;

  @Test
  void isMadeOnceAndKept() throws Exception {
    Path file = directory.resolve("made/on/demand/key.json");

    var made = SigningKey.in(file);

    assertThat(SigningKey.in(file)).isEqualTo(made);
    assertThat(made.getKeyID()).isNotBlank();
    assertThat(file.getParent()).isDirectoryContaining(found -> found.equals(file));
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void isReadableByItsOwnerOnly() throws Exception {
    Path file = directory.resolve("key.json");

    SigningKey.in(file);

    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
  }

  @Test
  void aDamagedFileIsNamed() throws Exception {
    Path file = Files.writeString(directory.resolve("key.json"), "{\"kty\":");

    assertThatIllegalStateException()
        .isThrownBy(() -> SigningKey.in(file))
        .withMessageContaining(file.toString());
  }

  @Test
  void aPublicKeyIsNotEnough() throws Exception {
    Path file = directory.resolve("key.json");
    Files.writeString(file, SigningKey.in(file).toPublicJWK().toJSONString());

    assertThatIllegalStateException().isThrownBy(() -> SigningKey.in(file));
  }
}
