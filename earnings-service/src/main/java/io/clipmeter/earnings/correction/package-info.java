/**
 * What admins correct of a clip's earnings, and what they hold of them: each with a reason, an
 * entry in the journal, an entry in the audit log and an event.
 *
 * <p>Never changes what views earned.
 */
@NullMarked
package io.clipmeter.earnings.correction;

import org.jspecify.annotations.NullMarked;
