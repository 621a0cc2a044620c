/** Owns how a setting out of its bounds is refused when a service starts; reads no setting. */
@NullMarked
package io.clipmeter.chassis.setting;

import org.jspecify.annotations.NullMarked;
