package io.clipmeter.gateway.route;

import static org.springframework.cloud.gateway.server.mvc.filter.BeforeFilterFunctions.setPath;
import static org.springframework.cloud.gateway.server.mvc.filter.BeforeFilterFunctions.uri;
import static org.springframework.cloud.gateway.server.mvc.handler.GatewayRouterFunctions.route;
import static org.springframework.cloud.gateway.server.mvc.handler.HandlerFunctions.http;
import static org.springframework.web.servlet.function.RequestPredicates.GET;
import static org.springframework.web.servlet.function.RequestPredicates.path;

import java.net.http.HttpClient;
import org.springframework.boot.http.client.JdkClientHttpRequestFactoryBuilder;
import org.springframework.boot.http.client.autoconfigure.ClientHttpRequestFactoryBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerResponse;

@Configuration(proxyBeanMethods = false)
class RouteSetup {

  @Bean
  RouterFunction<ServerResponse> routes(RouteSettings settings, Relay relay) {
    RouterFunctions.Builder all = RouterFunctions.route();
    for (Route line : Routes.TABLE) {
      all.add(
          route(line.pattern())
              .route(path(line.pattern()), http())
              .before(uri(settings.url(line.backend())))
              .filter(relay.to(line.backend()))
              .build());
    }
    return all.build();
  }

  /** Each service's API document, which needs no token. */
  @Bean
  RouterFunction<ServerResponse> documents(RouteSettings settings, Relay relay) {
    RouterFunctions.Builder all = RouterFunctions.route();
    for (Backend backend : Backend.values()) {
      all.add(
          route("docs-" + backend.label())
              .route(GET("/docs/api/" + backend.label()), http())
              .before(setPath("/v3/api-docs"))
              .before(uri(settings.url(backend)))
              .filter(relay.to(backend))
              .build());
    }
    return all.build();
  }

  /**
   * HTTP/1.1 only. With HTTP/2 all requests to a service share one connection, and the one above
   * its limit of streams fails; on clear text each connection would also begin with an upgrade that
   * nobody takes. What is compressed stays so: only the caller looks inside.
   */
  @Bean
  ClientHttpRequestFactoryBuilderCustomizer<JdkClientHttpRequestFactoryBuilder> plainHttp() {
    return builder ->
        builder
            .withHttpClientCustomizer(client -> client.version(HttpClient.Version.HTTP_1_1))
            .withCustomizer(factory -> factory.enableCompression(false));
  }
}
