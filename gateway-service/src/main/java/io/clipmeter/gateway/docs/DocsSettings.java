package io.clipmeter.gateway.docs;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * The page that shows the API.
 *
 * @param swaggerUiVersion of the web jar; the build fills it in
 */
@ConfigurationProperties("clipmeter.gateway.docs")
record DocsSettings(String swaggerUiVersion) {
  DocsSettings {
    if (!swaggerUiVersion.matches("[0-9.]+")) {
      throw new IllegalArgumentException(
          "clipmeter.gateway.docs.swagger-ui-version must be a version: " + swaggerUiVersion);
    }
  }
}
