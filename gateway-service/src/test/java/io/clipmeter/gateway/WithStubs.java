package io.clipmeter.gateway;

import io.clipmeter.gateway.route.Backend;
import io.clipmeter.testing.WithEngines;
import java.util.EnumMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** A gateway with a stub behind every route; all tests that extend it share one. */
@WithEngines(postgres = false, kafka = false)
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
abstract class WithStubs {
  static final Map<Backend, StubService> STUBS = stubs();

  @LocalServerPort int port;
  Client client = new Client(0);

  @DynamicPropertySource
  static void addresses(DynamicPropertyRegistry registry) {
    STUBS.forEach(
        (backend, stub) ->
            registry.add("clipmeter.gateway.backends." + backend.label(), stub::url));
  }

  @BeforeEach
  void startAfresh() {
    client = new Client(port);
    STUBS.values().forEach(StubService::forget);
  }

  static StubService stub(Backend backend) {
    StubService stub = STUBS.get(backend);
    if (stub == null) {
      throw new IllegalArgumentException("no stub for " + backend);
    }
    return stub;
  }

  static long requestsSeen() {
    return STUBS.values().stream().mapToLong(stub -> stub.seen().size()).sum();
  }

  private static Map<Backend, StubService> stubs() {
    Map<Backend, StubService> stubs = new EnumMap<>(Backend.class);
    for (Backend backend : Backend.values()) {
      stubs.put(backend, new StubService(backend.label()));
    }
    return stubs;
  }
}
