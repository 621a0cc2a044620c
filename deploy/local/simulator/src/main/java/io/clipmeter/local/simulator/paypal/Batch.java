package io.clipmeter.local.simulator.paypal;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A batch of payouts.
 *
 * @param id PayPal's
 * @param header as it was sent: {@code sender_batch_header}
 */
record Batch(String id, JsonNode header, List<Item> items) {
  /** Where PayPal has nothing to explain. */
  private static final List<String> WELL = List.of("SUCCESS", "PENDING");

  /**
   * One of its payouts.
   *
   * @param ordered as it was sent
   */
  record Item(String id, String status, String transactionId, JsonNode ordered) {}

  Batch {
    items = List.copyOf(items);
  }

  /** The same with another status of an item. */
  Batch with(Item changed, String status) {
    List<Item> all = new ArrayList<>(items);
    all.replaceAll(
        item ->
            item.equals(changed)
                ? new Item(item.id, status, item.transactionId, item.ordered)
                : item);
    return new Batch(id, header, all);
  }

  /** The answer to whoever has sent it. */
  ObjectNode created(ObjectNode json) {
    json.putObject("batch_header")
        .put("payout_batch_id", id)
        .put("batch_status", "PENDING")
        .set("sender_batch_header", header);
    return json;
  }

  /** The answer to whoever asks how it stands. */
  ObjectNode shown(ObjectNode json) {
    json.put("total_items", items.size()).put("total_pages", 1);
    json.putObject("batch_header")
        .put("payout_batch_id", id)
        .put("batch_status", "SUCCESS")
        .set("sender_batch_header", header);
    var list = json.putArray("items");
    items.forEach(item -> shown(item, list.addObject()));
    return json;
  }

  ObjectNode shown(Item item, ObjectNode json) {
    json.put("payout_item_id", item.id)
        .put("transaction_status", item.status)
        .put("payout_batch_id", id)
        .put("transaction_id", item.transactionId)
        .set("payout_item", item.ordered);
    if (!WELL.contains(item.status)) {
      json.putObject("errors")
          .put("name", "RECEIVER_UNREGISTERED")
          .put("message", "Receiver is unregistered");
    }
    return json;
  }
}
