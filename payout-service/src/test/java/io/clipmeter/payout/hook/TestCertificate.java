package io.clipmeter.payout.hook;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.cert.Certificate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.zip.CRC32;

/** A key and its certificate, made anew by each run. */
record TestCertificate(PrivateKey key, String pem) {
  private static final char[] PASSWORD = "only-tests".toCharArray();

  /**
   * @param keytool further arguments: how large the key is, and from when to when it is valid
   */
  static TestCertificate with(String... keytool) {
    try {
      Path folder = Files.createTempDirectory("test-certificate");
      Path file = folder.resolve("keys.p12");
      make(file, keytool);
      KeyStore keys = KeyStore.getInstance("PKCS12");
      try (InputStream in = Files.newInputStream(file)) {
        keys.load(in, PASSWORD);
      }
      Files.delete(file);
      Files.delete(folder);
      Certificate certificate = keys.getCertificate("test");
      Key key = keys.getKey("test", PASSWORD);
      String text = Base64.getMimeEncoder().encodeToString(certificate.getEncoded());
      return new TestCertificate(
          (PrivateKey) key,
          "-----BEGIN CERTIFICATE-----\n" + text + "\n-----END CERTIFICATE-----\n");
    } catch (IOException | GeneralSecurityException | InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  /** As PayPal signs a call. */
  String sign(String id, String time, String webhookId, byte[] body) {
    CRC32 sum = new CRC32();
    sum.update(body);
    try {
      Signature signer = Signature.getInstance("SHA256withRSA");
      signer.initSign(key);
      signer.update((id + "|" + time + "|" + webhookId + "|" + sum.getValue()).getBytes(UTF_8));
      return Base64.getEncoder().encodeToString(signer.sign());
    } catch (GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }

  private static void make(Path file, String... keytool) throws IOException, InterruptedException {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-alias",
                "test",
                "-keyalg",
                "RSA",
                "-dname",
                "CN=test",
                "-storetype",
                "PKCS12",
                "-storepass",
                new String(PASSWORD),
                "-keystore",
                file.toString()));
    command.addAll(List.of(keytool));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), UTF_8);
    if (process.waitFor() != 0) {
      throw new IOException("keytool: " + said);
    }
  }
}
