/**
 * Turns closed rounds into earnings, exactly, and stops at the budget.
 *
 * <p>Never calls another service: what it needs has come by topic.
 */
@NullMarked
package io.clipmeter.earnings;

import org.jspecify.annotations.NullMarked;
