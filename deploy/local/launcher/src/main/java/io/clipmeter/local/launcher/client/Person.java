package io.clipmeter.local.launcher.client;

import io.clipmeter.local.launcher.home.Failure;
import java.util.Arrays;
import java.util.Locale;

/** Somebody whom the development issuer knows. These secrets open nothing outside this machine. */
public enum Person {
  ADMIN("admin"),
  CLIPPER("alice"),
  CLIPPER2("bob");

  private final String clientId;

  Person(String clientId) {
    this.clientId = clientId;
  }

  /** The name at the issuer, which is the subject of the tokens. */
  public String clientId() {
    return clientId;
  }

  String clientSecret() {
    return clientId + "-secret";
  }

  /** The name in commands, for example {@code clipper2}. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * The person of this label.
   *
   * @throws Failure when there is none
   */
  public static Person labelled(String label) {
    return Arrays.stream(values())
        .filter(person -> person.label().equals(label))
        .findFirst()
        .orElseThrow(
            () ->
                new Failure(
                    "There are tokens for admin, clipper and clipper2, not for '" + label + "'."));
  }
}
