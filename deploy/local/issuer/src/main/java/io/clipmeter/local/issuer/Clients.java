package io.clipmeter.local.issuer;

import java.util.ArrayList;
import java.util.List;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.settings.ClientSettings;
import org.springframework.security.oauth2.server.authorization.settings.TokenSettings;

/** Who may ask for tokens: one confidential client per person, and the browser console. */
final class Clients {
  static final String SPA = "clipmeter-spa";

  private Clients() {}

  static List<RegisteredClient> of(IssuerSettings settings) {
    var tokens = TokenSettings.builder().accessTokenTimeToLive(settings.tokenLife()).build();
    var clients = new ArrayList<RegisteredClient>();
    settings.people().keySet().forEach(name -> clients.add(person(name, tokens)));
    clients.add(spa(settings.spaOrigin(), tokens));
    return List.copyOf(clients);
  }

  /** Its id is the person's name, so that {@code sub} is the same by either way of logging in. */
  private static RegisteredClient person(String name, TokenSettings tokens) {
    return RegisteredClient.withId(name)
        .clientId(name)
        .clientSecret("{noop}" + name + "-secret")
        .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
        .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_POST)
        .authorizationGrantType(AuthorizationGrantType.CLIENT_CREDENTIALS)
        .tokenSettings(tokens)
        .build();
  }

  private static RegisteredClient spa(String origin, TokenSettings tokens) {
    return RegisteredClient.withId(SPA)
        .clientId(SPA)
        .clientAuthenticationMethod(ClientAuthenticationMethod.NONE)
        .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
        .redirectUri(origin + "/callback")
        .redirectUri(origin)
        .postLogoutRedirectUri(origin)
        .scope("openid")
        .scope("profile")
        .clientSettings(
            ClientSettings.builder()
                .requireProofKey(true)
                .requireAuthorizationConsent(false)
                .build())
        .tokenSettings(tokens)
        .build();
  }
}
