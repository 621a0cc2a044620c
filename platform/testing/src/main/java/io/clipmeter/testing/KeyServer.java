package io.clipmeter.testing;

import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Executors;

/** Serves the public half of a key as a JWK set on a free loopback port, until the JVM ends. */
record KeyServer(String uri) {

  static KeyServer start(RSAKey key) {
    byte[] body = new JWKSet(key.toPublicJWK()).toString().getBytes(StandardCharsets.UTF_8);
    try {
      var loopback = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
      HttpServer server = HttpServer.create(loopback, 0);
      server.createContext(
          "/jwks.json",
          exchange -> {
            try (exchange) {
              exchange.getResponseHeaders().set("Content-Type", "application/jwk-set+json");
              exchange.sendResponseHeaders(200, body.length);
              exchange.getResponseBody().write(body);
            }
          });
      server.setExecutor(
          Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("jwks-", 0).factory()));
      server.start();
      return new KeyServer("http://localhost:" + server.getAddress().getPort() + "/jwks.json");
    } catch (IOException failure) {
      throw new UncheckedIOException("no free port for the test keys", failure);
    }
  }
}
