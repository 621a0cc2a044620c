/**
 * Looks whether this machine can run the stack and says what to do where it cannot. Changes
 * nothing.
 */
@NullMarked
package io.clipmeter.local.launcher.doctor;

import org.jspecify.annotations.NullMarked;
