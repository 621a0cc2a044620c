/**
 * Owns whether the author of a submitted video is the clipper: the accounts that clippers have
 * proven to be theirs, beside what platforms say of a video's author.
 *
 * <p>Never proves anything itself and never decides on a submission: it flags, admins decide.
 */
@NullMarked
package io.clipmeter.submission.author;

import org.jspecify.annotations.NullMarked;
