package io.clipmeter.chassis.inbox;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A topic that a service writes, and therefore creates: one bean each.
 *
 * @param compacted whether only the newest record of each key is kept
 * @param retention how long records are kept; null for ever. Of a compacted topic how long those at
 *     least that are not the newest of their key; null where they may go at once
 */
public record TopicSpec(String name, boolean compacted, @Nullable Duration retention) {}
