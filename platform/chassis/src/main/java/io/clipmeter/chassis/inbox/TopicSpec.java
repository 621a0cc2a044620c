package io.clipmeter.chassis.inbox;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A topic that a service writes, and therefore creates: one bean each.
 *
 * @param compacted whether only the newest record of each key is kept
 * @param retention how long records are kept; null for ever
 */
public record TopicSpec(String name, boolean compacted, @Nullable Duration retention) {}
