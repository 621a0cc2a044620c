/**
 * Owns the accounts that clippers connected and the profiles they are linked by: who they belong
 * to, and, sealed, what opens them.
 *
 * <p>Never lets a token or a key out in an answer, an event or a log.
 */
@NullMarked
package io.clipmeter.tracking.account;

import org.jspecify.annotations.NullMarked;
