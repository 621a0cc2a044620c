package io.clipmeter.payout.hook;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A call of PayPal: that there is news, and of which payout.
 *
 * @param eventId PayPal's, the same when it calls again
 * @param payoutId null where it is about nothing of ours
 * @param batchId PayPal's id of the batch that it is in; null where it is not said
 */
record Hook(String eventId, @Nullable UUID payoutId, @Nullable String batchId) {
  private static final String BATCH = "[A-Za-z0-9-]{1,64}";

  /** Null where it is no call of PayPal. */
  static @Nullable Hook read(JsonNode event) {
    String id = event.path("id").asString("");
    if (!id.matches("[!-~]{1,200}")) {
      return null;
    }
    JsonNode resource = event.path("resource");
    String item = resource.path("payout_item").path("sender_item_id").asString("");
    JsonNode header = resource.path("batch_header");
    String batch = header.path("sender_batch_header").path("sender_batch_id").asString("");
    String name = (item.isEmpty() ? header : resource).path("payout_batch_id").asString("");
    return new Hook(id, payoutId(item.isEmpty() ? batch : item), name.matches(BATCH) ? name : null);
  }

  private static @Nullable UUID payoutId(String text) {
    return text.matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}") ? UUID.fromString(text) : null;
  }
}
