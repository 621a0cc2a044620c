/**
 * Shows what was earned, by whom and from which views.
 *
 * <p>Never shows a clipper what is another's.
 */
@NullMarked
package io.clipmeter.earnings.statement;

import org.jspecify.annotations.NullMarked;
