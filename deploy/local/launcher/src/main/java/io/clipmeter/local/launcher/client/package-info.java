/**
 * Talks to the running stack as its users do: through the gateway, with a token. Knows no file and
 * no process.
 */
@NullMarked
package io.clipmeter.local.launcher.client;

import org.jspecify.annotations.NullMarked;
