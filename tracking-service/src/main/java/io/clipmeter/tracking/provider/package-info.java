/**
 * Shows admins the providers of view counts: whether they serve us, and what is used of them.
 *
 * <p>Never shows a key.
 */
@NullMarked
package io.clipmeter.tracking.provider;

import org.jspecify.annotations.NullMarked;
