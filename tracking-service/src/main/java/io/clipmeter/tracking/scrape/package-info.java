/**
 * Takes what admins ask to have looked up, and shows how far it is.
 *
 * <p>Never refuses the whole list for one bad address, and never asks a provider itself.
 */
@NullMarked
package io.clipmeter.tracking.scrape;

import org.jspecify.annotations.NullMarked;
