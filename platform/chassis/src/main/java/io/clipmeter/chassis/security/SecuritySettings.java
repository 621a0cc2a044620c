package io.clipmeter.chassis.security;

import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where roles stand in a token.
 *
 * @param rolesClaim path of the claim, parts joined by dots: {@code roles}, Keycloak's {@code
 *     realm_access.roles}, Supabase's {@code app_metadata.roles}. It must be one that the user
 *     cannot write
 * @param publicPaths paths that need no token
 * @param secretPaths paths whose callers bring a secret instead of a token; see {@link CronSecret}
 */
@ConfigurationProperties("clipmeter.security")
record SecuritySettings(
    @DefaultValue("roles") String rolesClaim,
    @DefaultValue({"/v3/api-docs/**", "/v3/api-docs.yaml"}) List<String> publicPaths,
    @DefaultValue List<String> secretPaths) {
  SecuritySettings {
    if (rolesClaim.isBlank()) {
      throw new IllegalArgumentException("clipmeter.security.roles-claim must name a claim");
    }
    publicPaths = List.copyOf(publicPaths);
    secretPaths = List.copyOf(secretPaths);
  }
}
