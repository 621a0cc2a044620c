/**
 * What operators see of rounds on their way to money.
 *
 * <p>Owns the meters of rounds. Never decides or writes anything.
 */
@NullMarked
package io.clipmeter.earnings.watch;

import org.jspecify.annotations.NullMarked;
