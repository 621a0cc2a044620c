/**
 * Hears what Ayrshare calls to tell: that a scheduled post is out, and by which id.
 *
 * <p>Never believes a call that is not signed with our secret, and acts on each one once.
 */
@NullMarked
package io.clipmeter.tracking.hook;

import org.jspecify.annotations.NullMarked;
