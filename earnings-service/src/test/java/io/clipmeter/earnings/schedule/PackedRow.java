package io.clipmeter.earnings.schedule;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A row of the outbox that holds many records, read by its format alone. */
final class PackedRow {
  static final String JOURNAL = "packed";
  private static final int NOTHING = -1;

  private PackedRow() {}

  /** A record's headers and value. */
  record Sent(Map<String, String> headers, byte[] value) {}

  /** Its records, in their order. */
  static List<Sent> records(Map<String, String> common, byte[] row) {
    List<Sent> records = new ArrayList<>();
    try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(row))) {
      while (in.available() > 0) {
        in.readUTF();
        bytes(in);
        byte[] value = bytes(in);
        Map<String, String> headers = new HashMap<>(common);
        for (int left = in.readUnsignedShort(); left > 0; left--) {
          headers.put(in.readUTF(), in.readUTF());
        }
        records.add(new Sent(headers, value));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return records;
  }

  private static byte[] bytes(DataInputStream in) throws IOException {
    int length = in.readInt();
    return length == NOTHING ? new byte[0] : in.readNBytes(length);
  }
}
