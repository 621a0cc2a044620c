/** A service as small as can be, to try the chassis on. */
@NullMarked
package io.clipmeter.chassis.app;

import org.jspecify.annotations.NullMarked;
