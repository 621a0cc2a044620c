package io.clipmeter.payout;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.UUID;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A caller of the HTTP API with one token, or none where it is empty. */
public final class Api {
  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private static final JsonMapper JSON = JsonMapper.builder().build();

  /** What came back. */
  public record Answer(int status, HttpHeaders headers, String text) {
    public String contentType() {
      return header("Content-Type");
    }

    /** Empty where there is none. */
    public String header(String name) {
      return headers.firstValue(name).orElse("");
    }

    public JsonNode json() {
      return JSON.readTree(text);
    }

    /** The last part of a problem's type. */
    public String problem() {
      String type = json().path("type").asString("");
      return type.substring(type.lastIndexOf('/') + 1);
    }

    public UUID id() {
      return UUID.fromString(json().get("id").asString());
    }
  }

  private final String base;
  private final String token;

  Api(String base, String token) {
    this.base = base;
    this.token = token;
  }

  public Answer get(String path) {
    return send(request(path).GET());
  }

  /** A POST without a key. */
  public Answer post(String path, String body) {
    return send(request(path).POST(BodyPublishers.ofString(body)));
  }

  public Answer post(String path, String key, String body) {
    return send(request(path).header("Idempotency-Key", key).POST(BodyPublishers.ofString(body)));
  }

  public Answer post(String path, String key, String contentType, byte[] body) {
    return send(
        request(path)
            .setHeader("Content-Type", contentType)
            .header("Idempotency-Key", key)
            .POST(BodyPublishers.ofByteArray(body)));
  }

  /** Asks for dollars by PayPal under a new key. */
  public Answer requestPayout(String dollars) {
    return requestPayout(UUID.randomUUID().toString(), dollars);
  }

  public Answer requestPayout(String key, String dollars) {
    return post("/api/clippers/payout-request", key, paypal(dollars, "anna@example.com"));
  }

  public Answer cancel(UUID payout) {
    return post(
        "/api/clippers/payout-requests/" + payout + "/cancel", UUID.randomUUID().toString(), "");
  }

  public Answer process(UUID payout, String action) {
    return process(payout, UUID.randomUUID().toString(), action);
  }

  public Answer process(UUID payout, String key, String action) {
    return post("/api/admin/payout-requests/" + payout + "/process", key, action);
  }

  public Answer approve(UUID payout) {
    return process(payout, "{\"action\":\"APPROVE\"}");
  }

  public Answer reject(UUID payout) {
    return process(payout, "{\"action\":\"REJECT\",\"reason\":\"Fake views\"}");
  }

  /** Says that one pays by hand. */
  public Answer sendByHand(UUID payout) {
    return process(payout, "{\"action\":\"SEND_BY_HAND\"}");
  }

  /** Pays by hand what is approved, and says that one has. */
  public Answer pay(UUID payout, String transaction) {
    sendByHand(payout);
    return markPaid(payout, transaction);
  }

  public Answer markPaid(UUID payout, String transaction) {
    return process(payout, "{\"action\":\"MARK_PAID\",\"transactionId\":\"" + transaction + "\"}");
  }

  /** Pays by hand what is approved, and it fails. */
  public Answer failByHand(UUID payout) {
    sendByHand(payout);
    return fail(payout);
  }

  /** Notes that paying by hand has failed. */
  public Answer fail(UUID payout) {
    return process(payout, "{\"action\":\"FAIL\",\"reason\":\"The account is closed\"}");
  }

  /** One balance as {@code earned/reserved/paid/available}; empty where there is none. */
  public String balance(String currency) {
    for (JsonNode item : get("/api/clippers/balance").json().get("items")) {
      if (item.get("currency").asString().equals(currency)) {
        return String.join(
            "/",
            item.at("/earned/amount").asString(),
            item.at("/reserved/amount").asString(),
            item.at("/paid/amount").asString(),
            item.at("/available/amount").asString());
      }
    }
    return "";
  }

  public static String paypal(String dollars, String email) {
    return """
    {"amount":{"amount":"%s","currency":"USD"},"method":"PAYPAL","details":{"email":"%s"}}\
    """
        .formatted(dollars, email);
  }

  public static String bank(String dollars, String iban, String holder) {
    return """
    {"amount":{"amount":"%s","currency":"USD"},"method":"BANK",\
    "details":{"iban":"%s","accountHolder":"%s"}}\
    """
        .formatted(dollars, iban, holder);
  }

  private HttpRequest.Builder request(String path) {
    var request = HttpRequest.newBuilder(URI.create(base + path));
    if (!token.isEmpty()) {
      request.header("Authorization", "Bearer " + token);
    }
    return request.header("Content-Type", "application/json");
  }

  private static Answer send(HttpRequest.Builder request) {
    try {
      HttpResponse<String> response = HTTP.send(request.build(), BodyHandlers.ofString());
      return new Answer(response.statusCode(), response.headers(), response.body());
    } catch (IOException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
