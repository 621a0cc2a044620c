package io.clipmeter.local.issuer;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * What the issuer is told.
 *
 * @param keyFile holds the signing key; made when it is not there
 * @param audience the {@code aud} of every access token
 * @param tokenLife how long an access token is good for
 * @param spaOrigin where the browser console is served from
 * @param people the roles of each person, by name
 */
@ConfigurationProperties("clipmeter.issuer")
record IssuerSettings(
    Path keyFile,
    String audience,
    Duration tokenLife,
    String spaOrigin,
    Map<String, List<String>> people) {
  IssuerSettings {
    if (tokenLife.isNegative() || tokenLife.isZero()) {
      throw new IllegalArgumentException("clipmeter.issuer.token-life must be positive");
    }
    if (people.isEmpty()) {
      throw new IllegalArgumentException("clipmeter.issuer.people must name somebody");
    }
  }

  /** Roles of a person or of the client of the same name; none for anybody else. */
  List<String> rolesOf(String name) {
    return people.getOrDefault(name, List.of());
  }
}
