package io.clipmeter.local.launcher.home;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretsTest {
  @TempDir private Path folder;

  @Test
  void drawsEachSecretOnce() {
    Secrets secrets = new Secrets(new Home(folder));

    String password = secrets.databasePassword("earnings");

    assertThat(password).matches("[0-9a-f]{32}");
    assertThat(secrets.databasePassword("payout")).isNotEqualTo(password);
    assertThat(new Secrets(new Home(folder)).databasePassword("earnings")).isEqualTo(password);
  }

  @Test
  void drawsKeysOf32Bytes() {
    Secrets secrets = new Secrets(new Home(folder));

    assertThat(Base64.getDecoder().decode(secrets.payoutDetailsKey())).hasSize(32);
    assertThat(Base64.getDecoder().decode(secrets.trackingSecretsKey())).hasSize(32);
  }

  @Test
  void letsNobodyElseRead() throws IOException {
    Home home = new Home(folder);
    new Secrets(home).databasePassword("earnings");
    new Secrets(home).payoutDetailsKey();

    assertThat(mode(home.secrets())).isEqualTo("rwx------");
    try (Stream<Path> files = Files.list(home.secrets())) {
      List<Path> all = files.toList();
      assertThat(all).hasSize(2).allSatisfy(file -> assertThat(mode(file)).isEqualTo("rw-------"));
    }
  }

  private static String mode(Path path) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
  }
}
