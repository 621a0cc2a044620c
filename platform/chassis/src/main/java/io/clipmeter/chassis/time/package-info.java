/**
 * The one time that all instances of a service share, and the turns that they take by it.
 *
 * <p>Never asks for it itself.
 */
@NullMarked
package io.clipmeter.chassis.time;

import org.jspecify.annotations.NullMarked;
