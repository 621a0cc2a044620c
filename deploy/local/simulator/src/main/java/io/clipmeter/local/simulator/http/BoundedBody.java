package io.clipmeter.local.simulator.http;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;

/** Reads a request's body up to Apify's limit. */
final class BoundedBody {
  /** Apify's limit of a run's input. */
  static final int MAX_BYTES = 9_437_184;

  /** What is still read, and thrown away, so that the sender gets to read the refusal. */
  private static final long DRAINED_MAX_BYTES = 64L * 1024 * 1024;

  private BoundedBody() {}

  static byte[] read(InputStream in) throws IOException {
    var kept = new ByteArrayOutputStream();
    var buffer = new byte[16 * 1024];
    long length = 0;
    for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
      length += n;
      if (length <= MAX_BYTES) {
        kept.write(buffer, 0, n);
      } else if (length > DRAINED_MAX_BYTES) {
        break;
      }
    }
    if (length > MAX_BYTES) {
      throw new Refused(
          413,
          "request-too-large",
          "The POST payload is too large (limit: %d bytes, actual length: %d bytes)."
              .formatted(MAX_BYTES, length));
    }
    return kept.toByteArray();
  }
}
