package io.clipmeter.local.simulator.paypal;

import io.clipmeter.local.simulator.http.Answer;
import io.clipmeter.local.simulator.http.Handler;
import io.clipmeter.local.simulator.http.Json;
import io.clipmeter.local.simulator.http.Request;
import io.clipmeter.local.simulator.http.Router;
import io.clipmeter.local.simulator.paypal.Batch.Item;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Where PayPal's API answers, and the switch of what it says about a payout. */
public record PayPalRoutes(Batches batches) {
  private static final String PAYOUTS = "/v1/payments/payouts";
  private static final String ITEM = "/v1/payments/payouts-item/{id}";
  private static final int ITEMS_MAX = 15_000;
  private static final List<String> STATUSES =
      List.of(
          "SUCCESS",
          "FAILED",
          "PENDING",
          "UNCLAIMED",
          "RETURNED",
          "ONHOLD",
          "BLOCKED",
          "REFUNDED",
          "REVERSED");

  /** Adds the routes. */
  public void addTo(Router router) {
    router
        .on("POST", "/v1/oauth2/token", PayPalRoutes::token)
        .on("POST", PAYOUTS, guarded(this::create))
        .on("GET", PAYOUTS + "/{id}", guarded(this::batch))
        .on("GET", ITEM, guarded(request -> item(request, this::show)))
        .on("POST", ITEM + "/cancel", guarded(request -> item(request, this::cancel)))
        .on("POST", "/simulator/paypal/{senderBatchId}/status", this::say);
  }

  /** Any account is good but {@code invalid}. */
  private static Answer token(Request request) {
    boolean good =
        request
            .header("Authorization")
            .filter(value -> value.startsWith("Basic ") && !value.contains("aW52YWxpZ"))
            .isPresent();
    return good
        ? Answer.json(
            200,
            object()
                .put("scope", "https://uri.paypal.com/services/payments/payouts")
                .put("access_token", "A21AA-LOCAL")
                .put("token_type", "Bearer")
                .put("expires_in", 32_400))
        : Answer.json(
            401,
            object()
                .put("error", "invalid_client")
                .put("error_description", "Client Authentication failed"));
  }

  private static Handler guarded(Handler handler) {
    return request ->
        request.header("Authorization").filter(value -> value.startsWith("Bearer ")).isPresent()
            ? handler.answer(request)
            : error(401, "AUTHENTICATION_FAILURE");
  }

  private Answer create(Request request) throws IOException {
    JsonNode body = Request.json(request.body()).orElseGet(PayPalRoutes::object);
    JsonNode header = body.path("sender_batch_header");
    JsonNode items = body.path("items");
    if (!isText(header.path("sender_batch_id"), 256) || !arePayable(items)) {
      return error(400, "VALIDATION_ERROR");
    }
    return batches
        .add(header, items)
        .map(batch -> Answer.json(201, batch.created(object())))
        .orElseGet(() -> duplicate(request, header.path("sender_batch_id").asString()));
  }

  private static boolean arePayable(JsonNode items) {
    return items.isArray()
        && !items.isEmpty()
        && items.size() <= ITEMS_MAX
        && items.valueStream().allMatch(PayPalRoutes::isPayable);
  }

  private static boolean isPayable(JsonNode item) {
    return isText(item.path("receiver"), 127)
        && item.at("/amount/currency").asString("").matches("[A-Z]{3}")
        && item.at("/amount/value").asString("").matches("(?=.*[1-9])\\d{1,12}(\\.\\d{1,2})?");
  }

  private static boolean isText(JsonNode node, int most) {
    return node.isString() && !node.asString().isBlank() && node.asString().length() <= most;
  }

  /** Names the batch that there is. */
  private static Answer duplicate(Request request, String senderBatchId) {
    ObjectNode body = problem("USER_BUSINESS_ERROR");
    body.putArray("details")
        .addObject()
        .put("field", "SENDER_BATCH_ID")
        .put("location", "body")
        .put("issue", "Batch with given sender_batch_id already exists")
        .putArray("link")
        .addObject()
        .put("href", request.base() + PAYOUTS + "/" + Batches.idOf(senderBatchId))
        .put("rel", "self")
        .put("method", "GET");
    return Answer.json(400, body);
  }

  private Answer batch(Request request) {
    return batches
        .find(request.at("id"))
        .map(batch -> Answer.json(200, batch.shown(object())))
        .orElseGet(PayPalRoutes::notFound);
  }

  private Answer item(Request request, BiFunction<Batch, Item, Answer> answer) {
    String id = request.at("id");
    Optional<Batch> batch = batches.ofItem(id);
    return batch.stream()
        .flatMap(found -> found.items().stream())
        .filter(item -> item.id().equals(id))
        .findFirst()
        .map(item -> answer.apply(batch.orElseThrow(), item))
        .orElseGet(PayPalRoutes::notFound);
  }

  private Answer show(Batch batch, Item item) {
    return Answer.json(200, batch.shown(item, object()));
  }

  /** Only what nobody has claimed comes back. */
  private Answer cancel(Batch batch, Item item) {
    if (!item.status().equals("UNCLAIMED")) {
      return error(400, "ITEM_INCORRECT_STATUS");
    }
    Batch changed = batches.kept(batch.with(item, "RETURNED"));
    return show(changed, changed.items().get(batch.items().indexOf(item)));
  }

  private Answer say(Request request) throws IOException {
    JsonNode status = Request.json(request.body()).orElseGet(PayPalRoutes::object).path("status");
    if (!status.isString() || !STATUSES.contains(status.asString())) {
      return Answer.error(400, "invalid-request", "\"status\" must be one of " + STATUSES);
    }
    Optional<Batch> batch = batches.find(Batches.idOf(request.at("senderBatchId")));
    if (batch.isEmpty()) {
      return Answer.error(404, "record-not-found", "PayPal was not sent this payout");
    }
    Batch changed = batch.get();
    for (Item item : batch.get().items()) {
      changed = changed.with(item, status.asString());
    }
    return Answer.json(200, batches.kept(changed).shown(object()));
  }

  private static Answer notFound() {
    return error(404, "RESOURCE_NOT_FOUND");
  }

  private static Answer error(int status, String name) {
    return Answer.json(status, problem(name));
  }

  /** In PayPal's form. */
  private static ObjectNode problem(String name) {
    ObjectNode body = object().put("name", name).put("message", name).put("debug_id", "local");
    body.putArray("links");
    return body;
  }

  private static ObjectNode object() {
    return Json.MAPPER.createObjectNode();
  }
}
