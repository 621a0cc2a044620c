/**
 * Runs the engines: a real PostgreSQL server and a real Kafka broker, from Maven packages. Knows no
 * service.
 */
@NullMarked
package io.clipmeter.local.launcher.engine;

import org.jspecify.annotations.NullMarked;
