package io.clipmeter.local.simulator.control;

import io.clipmeter.local.simulator.http.Answer;
import io.clipmeter.local.simulator.http.Json;
import io.clipmeter.local.simulator.http.Refused;
import io.clipmeter.local.simulator.http.Request;
import io.clipmeter.local.simulator.http.Router;
import io.clipmeter.local.simulator.state.Accounts;
import io.clipmeter.local.simulator.views.Platform;
import java.io.IOException;
import tools.jackson.databind.JsonNode;

/** Shows an account, sets what it says of itself, deletes and restores it. */
public record AccountControl(Accounts accounts) {
  private static final int BIO_MAX = 2_000;
  private static final String PATH = "/simulator/accounts/{platform}/{handle}";

  /** Adds the calls. */
  public void addTo(Router router) {
    router
        .on("GET", PATH, this::show)
        .on("POST", PATH + "/bio", this::say)
        .on("POST", PATH + "/gone", request -> gone(request, true))
        .on("DELETE", PATH + "/gone", request -> gone(request, false));
  }

  private Answer show(Request request) {
    var account = accounts.of(platform(request), handle(request));
    return Answer.json(
        200,
        Json.MAPPER
            .createObjectNode()
            .put("platform", account.platform().name())
            .put("handle", account.handle())
            .put("bio", account.bio())
            .put("gone", accounts.isGone(account.platform(), account.handle())));
  }

  private Answer say(Request request) throws IOException {
    JsonNode bio = ControlRoutes.body(request, "bio").path("bio");
    if (!bio.isString() || bio.stringValue().length() > BIO_MAX) {
      throw Refused.invalid("\"bio\" must be text of at most " + BIO_MAX + " characters");
    }
    accounts.say(platform(request), handle(request), bio.stringValue());
    return show(request);
  }

  private Answer gone(Request request, boolean gone) {
    accounts.gone(platform(request), handle(request), gone);
    return show(request);
  }

  private static Platform platform(Request request) {
    return ControlRoutes.platform(request);
  }

  private static String handle(Request request) {
    String text = request.at("handle");
    String handle = text.startsWith("@") ? text.substring(1) : text;
    if (!handle.matches("[\\p{L}\\p{N}._-]{1,100}")) {
      throw Refused.invalid("A handle is 1 to 100 letters, digits, dots and dashes");
    }
    return handle;
  }
}
