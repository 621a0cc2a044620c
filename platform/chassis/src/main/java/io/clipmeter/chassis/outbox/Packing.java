package io.clipmeter.chassis.outbox;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Many records of one transaction and one shard in one row: what a row costs the database is more
 * than what its bytes do. A packed row looks like an entry of a journal, so that a relay of a
 * release that knows nothing of it leaves its shard to others and does not send it as it is.
 */
final class Packing {
  /** Names packed rows where others name their journal. */
  static final String JOURNAL = "packed";

  /** Fewer are easier to look at as they are. */
  static final int RECORDS_LEAST = 8;

  private static final int RECORDS_MAX = 500;
  private static final int BYTES_MAX = 256 * 1024;
  private static final int NOTHING = -1;

  private Packing() {}

  /** The same records in as few rows, each shard's in their order. */
  static List<OutboxRow> pack(List<OutboxRow> rows) {
    if (rows.size() < RECORDS_LEAST) {
      return rows;
    }
    List<OutboxRow> packed = new ArrayList<>();
    Map<Integer, Open> shards = new TreeMap<>();
    for (OutboxRow row : rows) {
      Open open = shards.computeIfAbsent(row.shard(), shard -> new Open());
      if (row.entry() != null) {
        open.close(packed);
        packed.add(row);
      } else {
        open.add(row, packed);
      }
    }
    shards.values().forEach(open -> open.close(packed));
    return packed;
  }

  /** What was packed into a row, in its order; the row itself where it is no packed one. */
  static List<OutboxRow> unpack(OutboxRow row) {
    if (row.entry() == null || !row.entry().journal().equals(JOURNAL) || row.value() == null) {
      return List.of(row);
    }
    List<OutboxRow> records = new ArrayList<>();
    try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(row.value()))) {
      for (int i = 0; i < row.entry().events(); i++) {
        records.add(record(row, in));
      }
      if (in.available() > 0) {
        throw new IOException("more records than the row says");
      }
      return records;
    } catch (IOException e) {
      throw new UncheckedIOException("a packed row that cannot be read", e);
    }
  }

  private static OutboxRow record(OutboxRow row, DataInputStream in) throws IOException {
    String topic = in.readUTF();
    byte[] key = bytes(in);
    byte[] value = bytes(in);
    Map<String, String> headers = new LinkedHashMap<>(row.headers());
    for (int left = in.readUnsignedShort(); left > 0; left--) {
      headers.put(in.readUTF(), in.readUTF());
    }
    return new OutboxRow(topic, key, value, headers, row.createdAt());
  }

  private static byte @Nullable [] bytes(DataInputStream in) throws IOException {
    int length = in.readInt();
    return length == NOTHING ? null : in.readNBytes(length);
  }

  /** The records of a shard that are not in a row yet. */
  private static final class Open {
    private final List<OutboxRow> records = new ArrayList<>();
    private long bytes;

    void add(OutboxRow row, List<OutboxRow> packed) {
      long size = row.size();
      if (records.size() == RECORDS_MAX || bytes + size > BYTES_MAX) {
        close(packed);
      }
      records.add(row);
      bytes += size;
    }

    void close(List<OutboxRow> packed) {
      if (records.size() < RECORDS_LEAST) {
        packed.addAll(records);
      } else {
        packed.add(row(records, (int) bytes));
      }
      records.clear();
      bytes = 0;
    }
  }

  private static OutboxRow row(List<OutboxRow> records, int size) {
    OutboxRow first = records.getFirst();
    Map<String, String> common = common(records);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(size);
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      for (OutboxRow record : records) {
        write(record, common, out);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    OutboxRow.Entry entry = new OutboxRow.Entry(JOURNAL, 0, records.size());
    return new OutboxRow(
        first.topic(), null, bytes.toByteArray(), common, first.createdAt(), first.order(), entry);
  }

  private static Map<String, String> common(List<OutboxRow> records) {
    Map<String, String> common = new LinkedHashMap<>(records.getFirst().headers());
    for (OutboxRow record : records) {
      common.entrySet().removeIf(h -> !h.getValue().equals(record.headers().get(h.getKey())));
    }
    return common;
  }

  private static void write(OutboxRow record, Map<String, String> common, DataOutputStream out)
      throws IOException {
    out.writeUTF(record.topic());
    write(record.key(), out);
    write(record.value(), out);
    out.writeShort(record.headers().size() - common.size());
    for (Map.Entry<String, String> header : record.headers().entrySet()) {
      if (!header.getValue().equals(common.get(header.getKey()))) {
        out.writeUTF(header.getKey());
        out.writeUTF(header.getValue());
      }
    }
  }

  private static void write(byte @Nullable [] bytes, DataOutputStream out) throws IOException {
    out.writeInt(bytes == null ? NOTHING : bytes.length);
    if (bytes != null) {
      out.write(bytes);
    }
  }
}
