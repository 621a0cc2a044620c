package io.clipmeter.local.launcher.client;

import io.clipmeter.local.launcher.home.Failure;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Gets tokens from the development issuer. Uses the plainest HTTP client there is: {@code token}
 * has to be quick.
 */
public final class Tokens {
  private static final Pattern ACCESS_TOKEN =
      Pattern.compile("\"access_token\"\\s*:\\s*\"([^\"]+)\"");
  private static final int PATIENCE_MILLIS = 10_000;

  private final String issuer;

  /**
   * @param issuer the address of the issuer
   */
  public Tokens(String issuer) {
    this.issuer = issuer;
  }

  /**
   * A fresh token.
   *
   * @throws Failure when the issuer does not run or refuses
   */
  public String of(Person person) {
    try {
      HttpURLConnection connection =
          (HttpURLConnection) URI.create(issuer + "/oauth2/token").toURL().openConnection();
      connection.setConnectTimeout(PATIENCE_MILLIS);
      connection.setReadTimeout(PATIENCE_MILLIS);
      connection.setRequestProperty("Authorization", basic(person));
      connection.setDoOutput(true);
      try (OutputStream body = connection.getOutputStream()) {
        body.write("grant_type=client_credentials".getBytes(StandardCharsets.US_ASCII));
      }
      try (InputStream answer = connection.getInputStream()) {
        return accessToken(new String(answer.readAllBytes(), StandardCharsets.UTF_8));
      }
    } catch (IOException e) {
      throw new Failure(
          "The issuer at %s gave no token (%s): ./clipmeter up starts it."
              .formatted(issuer, e.getMessage()),
          e);
    }
  }

  static String accessToken(String json) {
    Matcher matcher = ACCESS_TOKEN.matcher(json);
    if (!matcher.find()) {
      throw new Failure("The issuer's answer holds no token.");
    }
    return matcher.group(1);
  }

  private static String basic(Person person) {
    String pair = person.clientId() + ":" + person.clientSecret();
    return "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
  }
}
