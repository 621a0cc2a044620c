package io.clipmeter.payout.paypal;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Base64;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Calls over HTTP: each is answered within a time, with JSON or without. */
final class PayPalHttp {
  private static final int ANSWER_BYTES_MAX = 1024 * 1024;

  private final PayPalSettings settings;
  private final JsonMapper json;
  private final String base;
  private final HttpClient http;

  /** What came of a call. */
  sealed interface Answer {
    /**
     * The provider, or something before it, has answered.
     *
     * @param body missing where it was no JSON
     */
    record Came(int status, JsonNode body) implements Answer {
      boolean isGood() {
        return status >= 200 && status <= 299;
      }
    }

    /** The call did not get there, for certain. */
    record NotSent(String why) implements Answer {}

    /** It may have got there. */
    record Lost(String why) implements Answer {}
  }

  PayPalHttp(PayPalSettings settings, JsonMapper json) {
    this.settings = settings;
    this.json = json;
    this.base = settings.baseUrl().toString().replaceFirst("/+$", "");
    // HTTP/1.1: over one HTTP/2 connection a stuck stream would hold up the others.
    this.http =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(settings.connectTimeout())
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
  }

  String account() {
    return settings.account();
  }

  Answer get(String path, String token) {
    return send(request(path, "Bearer " + token).GET());
  }

  /**
   * @param requestId the same for the same request, for ever
   */
  Answer post(String path, String token, String requestId, JsonNode body) {
    return send(
        request(path, "Bearer " + token)
            .header("Content-Type", "application/json")
            .header("PayPal-Request-Id", requestId)
            .POST(BodyPublishers.ofString(json.writeValueAsString(body))));
  }

  /** Asks for a token with the secret. */
  Answer login() {
    String account = settings.clientId() + ":" + settings.clientSecret();
    String basic = "Basic " + Base64.getEncoder().encodeToString(account.getBytes(UTF_8));
    return send(
        request("/v1/oauth2/token", basic)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString("grant_type=client_credentials")));
  }

  private HttpRequest.Builder request(String path, String authorization) {
    return HttpRequest.newBuilder(URI.create(base + path))
        .header("Accept", "application/json")
        .header("Authorization", authorization);
  }

  /** The time counts until the last byte: half an answer is none. */
  private Answer send(HttpRequest.Builder request) {
    CompletableFuture<HttpResponse<byte[]>> coming =
        http.sendAsync(
            request.build(), BodyHandlers.limiting(BodyHandlers.ofByteArray(), ANSWER_BYTES_MAX));
    long most = settings.connectTimeout().plus(settings.answerTimeout()).toMillis();
    try {
      HttpResponse<byte[]> response = coming.get(most, TimeUnit.MILLISECONDS);
      return new Answer.Came(response.statusCode(), parsed(response.body()));
    } catch (TimeoutException e) {
      coming.cancel(true);
      return new Answer.Lost("no answer in time");
    } catch (InterruptedException e) {
      coming.cancel(true);
      Thread.currentThread().interrupt();
      return new Answer.Lost("interrupted");
    } catch (ExecutionException e) {
      return failed(e.getCause());
    }
  }

  private static Answer failed(@Nullable Throwable cause) {
    if (cause instanceof ConnectException || cause instanceof HttpConnectTimeoutException) {
      return new Answer.NotSent("cannot connect");
    }
    return new Answer.Lost(
        cause instanceof IOException ? cause.getClass().getSimpleName() : "a failed call");
  }

  private JsonNode parsed(byte[] body) {
    try {
      return json.readTree(body);
    } catch (JacksonException notJson) {
      return json.missingNode();
    }
  }
}
