package io.clipmeter.chassis.observability;

import io.micrometer.tracing.Span;
import io.micrometer.tracing.TraceContext;
import io.micrometer.tracing.Tracer;
import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/**
 * The W3C {@code traceparent} of what runs now, so that an event can be followed from service to
 * service.
 */
public final class TraceParent {
  private static final HexFormat HEX = HexFormat.of();
  private final @Nullable Tracer tracer;

  public TraceParent(@Nullable Tracer tracer) {
    this.tracer = tracer;
  }

  /** The current trace, or the start of a new, unsampled one where nothing is being traced. */
  public String current() {
    Span span = tracer == null ? null : tracer.currentSpan();
    if (span == null) {
      return header(random(16), random(8), false);
    }
    TraceContext context = span.context();
    return header(context.traceId(), context.spanId(), Boolean.TRUE.equals(context.sampled()));
  }

  private static String header(String traceId, String spanId, boolean sampled) {
    return "00-" + traceId + "-" + spanId + (sampled ? "-01" : "-00");
  }

  private static String random(int bytes) {
    byte[] id = new byte[bytes];
    ThreadLocalRandom.current().nextBytes(id);
    id[0] |= 1;
    return HEX.formatHex(id);
  }
}
