package io.clipmeter.gateway.docs;

import io.clipmeter.gateway.route.Backend;
import java.util.Arrays;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** What stands at the door: a sign, and the list of documents for the page at {@code /docs}. */
@RestController
class FrontController {

  /** The sign. */
  record Front(String name, String status, String docs) {}

  /** Swagger UI's configuration, as it wants it. */
  record Documents(List<Document> urls) {}

  /** One service's API document. */
  record Document(String name, String url) {}

  @GetMapping("/")
  Front front() {
    return new Front("clipmeter", "UP", "/docs");
  }

  @GetMapping("/docs/config")
  Documents documents() {
    return new Documents(
        Arrays.stream(Backend.values())
            .map(backend -> new Document(backend.label(), "/docs/api/" + backend.label()))
            .toList());
  }
}
