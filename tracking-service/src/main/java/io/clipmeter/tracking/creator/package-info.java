/**
 * Owns which accounts of platforms are whose: a clipper puts a code into the account's profile, and
 * we look for it there.
 *
 * <p>Never believes a clipper's word, and never lets two clippers own one account.
 */
@NullMarked
package io.clipmeter.tracking.creator;

import org.jspecify.annotations.NullMarked;
