/** Looks at this machine: its programs, ports, memory and processes. Never changes anything. */
@NullMarked
package io.clipmeter.local.launcher.machine;

import org.jspecify.annotations.NullMarked;
