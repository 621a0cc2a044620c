package io.clipmeter.local.simulator.apify;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.clipmeter.local.simulator.http.Answer;
import io.clipmeter.local.simulator.http.Refused;
import io.clipmeter.local.simulator.http.Request;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.function.Supplier;
import tools.jackson.databind.node.ObjectNode;

/**
 * The part of a dataset that a request asks for.
 *
 * @param fields the only fields wanted; empty for all
 * @param omit fields that are not wanted
 */
record DatasetPage(long offset, long limit, boolean desc, List<String> fields, List<String> omit) {
  private static final long NO_LIMIT = 999_999_999_999L;

  static DatasetPage of(Request request) {
    String format = request.query("format").orElse("json");
    if (!format.equals("json")) {
      throw Refused.invalid("Only format=json is simulated");
    }
    return new DatasetPage(
        request.number("offset", 0, NO_LIMIT).orElse(0L),
        request.number("limit", 0, NO_LIMIT).orElse(NO_LIMIT),
        request.isOn("desc"),
        names(request, "fields"),
        names(request, "omit"));
  }

  /**
   * The answer with the items and how they lie in the whole.
   *
   * @param isTruncated the JSON breaks off in the middle
   */
  Answer answer(int status, List<Supplier<ObjectNode>> whole, boolean isTruncated) {
    List<Supplier<ObjectNode>> items =
        (desc ? whole.reversed() : whole).stream().skip(offset).limit(limit).toList();
    return Answer.stream(status, out -> write(items, isTruncated, out))
        .with("X-Apify-Pagination-Offset", Long.toString(offset))
        .with("X-Apify-Pagination-Limit", Long.toString(limit))
        .with("X-Apify-Pagination-Count", Integer.toString(items.size()))
        .with("X-Apify-Pagination-Total", Integer.toString(whole.size()));
  }

  private void write(List<Supplier<ObjectNode>> items, boolean isTruncated, OutputStream out)
      throws IOException {
    out.write('[');
    int last = isTruncated ? items.size() / 2 : items.size();
    for (int i = 0; i < last; i++) {
      out.write((i == 0 ? "" : ",").getBytes(UTF_8));
      out.write(text(items.get(i)));
    }
    if (!isTruncated) {
      out.write(']');
    } else if (last < items.size()) {
      out.write((last == 0 ? "" : ",").getBytes(UTF_8));
      byte[] broken = text(items.get(last));
      out.write(broken, 0, broken.length / 2);
    }
  }

  private byte[] text(Supplier<ObjectNode> made) {
    ObjectNode item = made.get();
    if (!fields.isEmpty()) {
      item.retain(fields);
    }
    return item.without(omit).toString().getBytes(UTF_8);
  }

  private static List<String> names(Request request, String parameter) {
    return request.query(parameter).map(names -> List.of(names.split(","))).orElse(List.of());
  }
}
