/**
 * Reads videos of TikTok through its Display API, each with the token of its own account.
 *
 * <p>Never takes a video that an account's answer leaves out for one that is gone: it may be
 * somebody else's.
 */
@NullMarked
package io.clipmeter.tracking.source.tiktok;

import org.jspecify.annotations.NullMarked;
