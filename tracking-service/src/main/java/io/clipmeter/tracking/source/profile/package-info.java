/**
 * The port to whoever can show an account's public page: its name, its bio, its followers.
 *
 * <p>Never says that an account is gone because a provider failed.
 */
@NullMarked
package io.clipmeter.tracking.source.profile;

import org.jspecify.annotations.NullMarked;
