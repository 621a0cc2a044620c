/**
 * The audit log: who moved money by hand, when and why.
 *
 * <p>Never changes an entry.
 */
@NullMarked
package io.clipmeter.earnings.audit;

import org.jspecify.annotations.NullMarked;
