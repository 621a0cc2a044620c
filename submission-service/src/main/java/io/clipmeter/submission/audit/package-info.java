/**
 * Owns the audit log: which admin did what, when and why.
 *
 * <p>Never changes an entry.
 */
@NullMarked
package io.clipmeter.submission.audit;

import org.jspecify.annotations.NullMarked;
