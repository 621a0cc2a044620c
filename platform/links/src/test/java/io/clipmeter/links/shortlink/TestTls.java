package io.clipmeter.links.shortlink;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** A certificate for the hosts of platforms that only tests trust, made anew by each run. */
final class TestTls {
  private static final String HOSTS =
      "san=dns:vm.tiktok.com,dns:vt.tiktok.com,dns:tiktok.com,dns:www.tiktok.com,"
          + "dns:www.instagram.com";
  private static final char[] PASSWORD = "only-tests".toCharArray();
  private static final SSLContext BOTH_SIDES = make();

  private TestTls() {}

  /** Shows the certificate as a server, and trusts it as a client; m.tiktok.com is not in it. */
  static SSLContext context() {
    return BOTH_SIDES;
  }

  private static SSLContext make() {
    try {
      Path folder = Files.createTempDirectory("test-tls");
      Path file = folder.resolve("keys.p12");
      keytool(file);
      KeyStore keys = KeyStore.getInstance("PKCS12");
      try (InputStream in = Files.newInputStream(file)) {
        keys.load(in, PASSWORD);
      }
      Files.delete(file);
      Files.delete(folder);
      KeyManagerFactory own = KeyManagerFactory.getInstance("PKIX");
      own.init(keys, PASSWORD);
      KeyStore trusted = KeyStore.getInstance("PKCS12");
      trusted.load(null, null);
      trusted.setCertificateEntry("test", keys.getCertificate("test"));
      TrustManagerFactory trust = TrustManagerFactory.getInstance("PKIX");
      trust.init(trusted);
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(own.getKeyManagers(), trust.getTrustManagers(), null);
      return context;
    } catch (IOException | GeneralSecurityException | InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  private static void keytool(Path file) throws IOException, InterruptedException {
    List<String> command =
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
            "-genkeypair",
            "-alias",
            "test",
            "-keyalg",
            "EC",
            "-dname",
            "CN=test",
            "-ext",
            HOSTS,
            "-validity",
            "30",
            "-storetype",
            "PKCS12",
            "-keystore",
            file.toString(),
            "-storepass",
            String.valueOf(PASSWORD));
    Process process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    if (process.waitFor() != 0) {
      throw new AssertionError("keytool failed: " + process.exitValue());
    }
  }
}
