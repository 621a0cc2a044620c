/**
 * Scraping jobs: what admins asked to have looked up, how far it is, and what came of each part.
 *
 * <p>Never refuses the whole list for one bad address, and never writes a part twice. What a killed
 * instance had not written is read again, and paid again.
 */
@NullMarked
package io.clipmeter.tracking.job;

import org.jspecify.annotations.NullMarked;
