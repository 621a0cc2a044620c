/** Tests of campaigns. */
@NullMarked
package io.clipmeter.submission.campaign;

import org.jspecify.annotations.NullMarked;
