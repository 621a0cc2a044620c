package io.clipmeter.payout.paypal;

import io.clipmeter.money.Money;
import io.clipmeter.payout.paypal.PayPalHttp.Answer;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * PayPal's Payouts API, version 1. Each payout is a batch of its own with one item: a batch is
 * recognized by its sender_batch_id, and so each payout is by its own id.
 */
final class PayPalPayouts implements PayPal {
  private static final String PATH = "/v1/payments/payouts";
  private static final Pattern BATCH = Pattern.compile("[A-Za-z0-9-]{1,64}");
  private static final Pattern NAME = Pattern.compile("[A-Z0-9_]{1,60}");
  private static final Pattern TRANSACTION = Pattern.compile("[A-Za-z0-9-]{1,100}");

  private final PayPalHttp http;
  private final AccessToken tokens;
  private final JsonMapper json;

  PayPalPayouts(PayPalHttp http, AccessToken tokens, JsonMapper json) {
    this.http = http;
    this.tokens = tokens;
    this.json = json;
  }

  @Override
  public String account() {
    return http.account();
  }

  @Override
  public boolean ready() {
    return tokens.get().isPresent();
  }

  @Override
  public Sent send(Order order) {
    Optional<String> token = tokens.get();
    if (token.isEmpty()) {
      return new Sent.RefusedForNow("no token");
    }
    String id = order.payoutId().toString();
    return switch (http.post(PATH, token.get(), id, body(order))) {
      case Answer.NotSent(String why) -> new Sent.RefusedForNow(why);
      case Answer.Lost(String why) -> new Sent.Lost(why);
      case Answer.Came came when came.isGood() -> accepted(came.body(), id);
      case Answer.Came came -> refused(came, token.get());
    };
  }

  @Override
  public Found look(String batchId, UUID payoutId, Money amount) {
    Optional<String> token = tokens.get();
    if (token.isEmpty()) {
      return new Found.Nothing("no token");
    }
    return switch (http.get(PATH + "/" + batchId, token.get())) {
      case Answer.NotSent(String why) -> new Found.Nothing(why);
      case Answer.Lost(String why) -> new Found.Nothing(why);
      case Answer.Came came when came.isGood() -> found(came.body(), payoutId, amount);
      case Answer.Came came -> {
        if (came.status() == 401) {
          tokens.drop(token.get());
        }
        yield new Found.Nothing(words(came));
      }
    };
  }

  private JsonNode body(Order order) {
    String id = order.payoutId().toString();
    ObjectNode body = json.createObjectNode();
    body.putObject("sender_batch_header")
        .put("sender_batch_id", id)
        .put("email_subject", "You have a payout");
    ObjectNode item = body.putArray("items").addObject();
    item.put("recipient_type", "EMAIL")
        .put("receiver", order.receiver())
        .put("sender_item_id", id)
        .put("note", "Payout " + id);
    item.putObject("amount")
        .put("value", value(order.amount()))
        .put("currency", order.amount().currency().getCurrencyCode());
    return body;
  }

  private static String value(Money amount) {
    return amount.amount();
  }

  /** An answer that names no batch, or another's, proves neither. */
  private static Sent accepted(JsonNode body, String id) {
    JsonNode header = body.path("batch_header");
    String batch = header.path("payout_batch_id").asString("");
    String ours = header.path("sender_batch_header").path("sender_batch_id").asString(id);
    return BATCH.matcher(batch).matches() && ours.equals(id)
        ? new Sent.Accepted(batch)
        : new Sent.Lost("accepted, but unreadable");
  }

  /**
   * Sorts refusals: only PayPal's own words on this very order count as one for good. A conflict or
   * a server's error says nothing about whether the order was carried out.
   */
  private Sent refused(Answer.Came came, String token) {
    String words = words(came);
    if (isDuplicate(came.body())) {
      String batch = existing(came.body());
      return batch == null
          ? new Sent.Lost("a duplicate of a batch that is not named")
          : new Sent.Accepted(batch);
    }
    return switch (came.status()) {
      case 401 -> {
        tokens.drop(token);
        yield new Sent.RefusedForNow(words);
      }
      case 403, 429 -> new Sent.RefusedForNow(words);
      case 400, 422 -> {
        if (!NAME.matcher(name(came.body())).matches()) {
          yield new Sent.Lost(words);
        }
        yield name(came.body()).equals("INSUFFICIENT_FUNDS")
            ? new Sent.RefusedForNow(words)
            : new Sent.RefusedForGood(words);
      }
      default -> new Sent.Lost(words);
    };
  }

  private static boolean isDuplicate(JsonNode body) {
    if (name(body).contains("DUPLICATE")) {
      return true;
    }
    for (JsonNode detail : body.path("details")) {
      if (detail.path("field").asString("").equalsIgnoreCase("SENDER_BATCH_ID")
          || detail.path("issue").asString("").contains("already exists")) {
        return true;
      }
    }
    return false;
  }

  /** The last part of the link to the batch; the link itself is not followed. */
  private static @Nullable String existing(JsonNode body) {
    for (JsonNode detail : body.path("details")) {
      for (JsonNode link : detail.path("link")) {
        String href = link.path("href").asString("");
        String last = href.substring(href.lastIndexOf('/') + 1);
        if (href.contains(PATH + "/") && BATCH.matcher(last).matches()) {
          return last;
        }
      }
    }
    return null;
  }

  private static Found found(JsonNode body, UUID payoutId, Money amount) {
    for (JsonNode item : body.path("items")) {
      JsonNode ordered = item.path("payout_item");
      if (ordered.path("sender_item_id").asString("").equals(payoutId.toString())) {
        return isOf(amount, ordered.path("amount"))
            ? item(item)
            : new Found.Strange("PayPal's item has another amount");
      }
    }
    JsonNode header = body.path("batch_header");
    String ours = payoutId.toString();
    if (!header.path("sender_batch_header").path("sender_batch_id").asString(ours).equals(ours)) {
      return new Found.Strange("PayPal's batch is another one");
    }
    if (body.path("items").isEmpty()) {
      String status = header.path("batch_status").asString("");
      return status.equals("DENIED") ? new Found.Denied() : new Found.Nothing("no item yet");
    }
    return new Found.Strange("PayPal's batch holds other items");
  }

  private static Found item(JsonNode item) {
    String transaction = item.path("transaction_id").asString("");
    String error = item.path("errors").path("name").asString("");
    return new Found.Item(
        ItemStatus.of(item.path("transaction_status").asString("")),
        TRANSACTION.matcher(transaction).matches() ? transaction : null,
        NAME.matcher(error).matches() ? error : null);
  }

  private static boolean isOf(Money amount, JsonNode said) {
    try {
      return Money.of(said.path("value").asString(""), said.path("currency").asString(""))
          .equals(amount);
    } catch (IllegalArgumentException notAnAmount) {
      return false;
    }
  }

  private static String name(JsonNode body) {
    return body.path("name").asString("");
  }

  /** For logs: the status and PayPal's name of the error, never the text, which may quote. */
  private static String words(Answer.Came came) {
    String name = name(came.body());
    return "HTTP " + came.status() + (NAME.matcher(name).matches() ? " " + name : "");
  }
}
