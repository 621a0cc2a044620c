/** Reads the logs that parts write. Never writes one. */
@NullMarked
package io.clipmeter.local.launcher.log;

import org.jspecify.annotations.NullMarked;
