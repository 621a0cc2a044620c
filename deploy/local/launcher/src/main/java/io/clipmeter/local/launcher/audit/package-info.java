/**
 * Recomputes what the suite should have paid, to the micro-unit. Shares no code with the suite, so
 * that the same mistake cannot hide in both.
 */
@NullMarked
package io.clipmeter.local.launcher.audit;

import org.jspecify.annotations.NullMarked;
