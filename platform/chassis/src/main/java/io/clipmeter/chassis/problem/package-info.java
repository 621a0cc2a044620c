/**
 * Turns refusals and faults into RFC 9457 problem details.
 *
 * <p>Never shows a stack trace, a statement or a class name to a caller.
 */
@NullMarked
package io.clipmeter.chassis.problem;

import org.jspecify.annotations.NullMarked;
