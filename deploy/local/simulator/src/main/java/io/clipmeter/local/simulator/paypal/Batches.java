package io.clipmeter.local.simulator.paypal;

import io.clipmeter.local.simulator.http.Json;
import io.clipmeter.local.simulator.paypal.Batch.Item;
import io.clipmeter.local.simulator.state.StateDirectory;
import io.clipmeter.local.simulator.views.Draw;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** All batches, each in a file of its own, so that they outlive a restart. */
public final class Batches {
  private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";
  private static final String ID = "[A-Z0-9]{13}";
  private static final int ID_LENGTH = 13;
  private static final int TRANSACTION_LENGTH = 17;

  private final StateDirectory files;

  public Batches(StateDirectory files) {
    this.files = files;
  }

  /** The id of the batch that a sender calls so: always the same. */
  static String idOf(String senderBatchId) {
    return new Draw(senderBatchId).text("batch", ID_LENGTH, ALPHABET);
  }

  synchronized Optional<Batch> find(String id) {
    return id.matches(ID)
        ? files.read(id + ".json").map(text -> Json.MAPPER.readValue(text, Batch.class))
        : Optional.empty();
  }

  /** The batch in which an item of this id is, if there is one. */
  Optional<Batch> ofItem(String itemId) {
    return find(itemId.substring(0, Math.min(ID_LENGTH, itemId.length())));
  }

  /** Pays at once; empty where there is a batch that the sender calls so. */
  synchronized Optional<Batch> add(JsonNode header, JsonNode ordered) {
    String id = idOf(header.path("sender_batch_id").asString());
    if (find(id).isPresent()) {
      return Optional.empty();
    }
    List<Item> items = new ArrayList<>();
    for (JsonNode item : ordered) {
      String itemId = id + "I" + items.size();
      String transaction = new Draw(itemId).text("transaction", TRANSACTION_LENGTH, ALPHABET);
      items.add(new Item(itemId, "SUCCESS", transaction, item));
    }
    return Optional.of(kept(new Batch(id, header, items)));
  }

  synchronized Batch kept(Batch batch) {
    files.replace(batch.id() + ".json", Json.MAPPER.writeValueAsString(batch));
    return batch;
  }
}
