package io.clipmeter.events;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Every field of a schema, nested ones too, with the means to change it in a sample. */
record Fields(List<Field> all) {

  /**
   * One field.
   *
   * @param path names of the objects on the way to it, and its own; "[]" stands for a list's items
   */
  record Field(List<String> path, boolean required, ObjectNode schema) {

    String name() {
      return path.getLast();
    }

    boolean isA(String type) {
      JsonNode types = schema.path("type");
      return types.isArray()
          ? types.valueStream().anyMatch(t -> t.asString().equals(type))
          : types.asString().equals(type);
    }

    /** A copy of the sample in which the object that holds this field has been changed. */
    ObjectNode change(ObjectNode sample, Consumer<ObjectNode> change) {
      ObjectNode copy = sample.deepCopy();
      JsonNode holder = copy;
      for (String step : path.subList(0, path.size() - 1)) {
        holder = step.equals("[]") ? ((ArrayNode) holder).get(0) : holder.get(step);
      }
      change.accept((ObjectNode) holder);
      return copy;
    }

    @Override
    public String toString() {
      return String.join(".", path);
    }
  }

  static Fields of(ObjectNode schema) {
    List<Field> found = new ArrayList<>();
    collect(schema, List.of(), found);
    return new Fields(found);
  }

  Stream<Field> required() {
    return all.stream().filter(Field::required);
  }

  Stream<Field> optional() {
    return all.stream().filter(field -> !field.required());
  }

  private static void collect(JsonNode schema, List<String> path, List<Field> found) {
    List<String> required = schema.path("required").valueStream().map(JsonNode::asString).toList();
    for (Map.Entry<String, JsonNode> property : schema.path("properties").properties()) {
      List<String> here = plus(path, property.getKey());
      ObjectNode of = (ObjectNode) property.getValue();
      found.add(new Field(here, required.contains(property.getKey()), of));
      collect(of, here, found);
    }
    if (schema.has("items")) {
      collect(schema.get("items"), plus(path, "[]"), found);
    }
  }

  private static List<String> plus(List<String> path, String step) {
    return Stream.concat(path.stream(), Stream.of(step)).toList();
  }
}
