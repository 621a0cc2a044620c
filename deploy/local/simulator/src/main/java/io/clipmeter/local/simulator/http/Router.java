package io.clipmeter.local.simulator.http;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Finds who answers a request, and writes the answer. */
public final class Router implements HttpHandler {
  private final List<Route> routes = new ArrayList<>();

  /** Adds a route; the first one that matches answers. Not for use once the server runs. */
  public Router on(String method, String pattern, Handler handler) {
    routes.add(Route.of(method, pattern, handler));
    return this;
  }

  @Override
  public void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      write(exchange, answer(exchange));
    }
  }

  private Answer answer(HttpExchange exchange) {
    try {
      return route(exchange);
    } catch (Refused refused) {
      return refused.answer();
    } catch (IOException | RuntimeException fault) {
      System.err.println(exchange.getRequestMethod() + " " + exchange.getRequestURI());
      fault.printStackTrace();
      return Answer.error(500, "internal-server-error", "There was an internal server error");
    }
  }

  private Answer route(HttpExchange exchange) throws IOException {
    List<String> path =
        Route.segments(exchange.getRequestURI().getRawPath()).stream()
            .map(Request::decoded)
            .toList();
    boolean known = false;
    for (Route route : routes) {
      var values = route.match(path);
      if (values.isPresent() && route.method().equals(exchange.getRequestMethod())) {
        return route.handler().answer(new Request(exchange, values.get()));
      }
      known |= values.isPresent();
    }
    return known ? wrongMethod() : unknownPage();
  }

  private static void write(HttpExchange exchange, Answer answer) throws IOException {
    if (answer instanceof Answer.Sent sent) {
      sent.headers().forEach(exchange.getResponseHeaders()::set);
      boolean head = exchange.getRequestMethod().equals("HEAD");
      exchange.sendResponseHeaders(sent.status(), head ? -1 : sent.length());
      if (!head) {
        try (var out = exchange.getResponseBody()) {
          sent.body().writeTo(out);
        }
      }
    }
  }

  private static Answer wrongMethod() {
    return Answer.error(
        405, "method-not-allowed", "This API end-point can not be called with this HTTP method.");
  }

  private static Answer unknownPage() {
    return Answer.error(
        404,
        "page-not-found",
        "We have bad news: there is no API endpoint at this URL. Did you specify it correctly?");
  }
}
