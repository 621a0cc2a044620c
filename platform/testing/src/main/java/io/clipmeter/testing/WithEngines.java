package io.clipmeter.testing;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Gives a {@code @SpringBootTest} a real PostgreSQL 18 with a fresh database, a real Kafka broker
 * of its own, and an issuer whose tokens {@link TestTokens} signs.
 *
 * <p>The engines start when the context first asks for their address, so a service without Kafka
 * pays for no broker. PostgreSQL is one server for the whole JVM with one database for each
 * context; the broker belongs to the context and is closed with it, so no context sees another's
 * records. Tests with equal configuration share a context, as always with Spring.
 *
 * <p>The system property {@code test.backing} chooses what stands behind: {@code docker}
 * (Testcontainers), {@code embedded} (server binaries from Maven Central), or {@code auto}, which
 * takes Docker only where it serves and already holds both images. The values set, as properties
 * that a test's own {@code properties = ...} can override, are listed at {@link
 * Engines#properties()}.
 */
@Documented
@Inherited
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface WithEngines {

  /** False: no database, for a service that has none. */
  boolean postgres() default true;

  /** False: no broker, for tests of SQL alone. */
  boolean kafka() default true;

  /**
   * True: PostgreSQL keeps its promises over a crash (fsync, full page writes, synchronous commit).
   * Ordinary tests do without, and are quicker.
   */
  boolean durable() default false;
}
