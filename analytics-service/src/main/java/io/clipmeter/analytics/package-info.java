/**
 * What happened, for those who want to see it: read models made of the topics.
 *
 * <p>Never decides anything, and says nothing that another service relies on.
 */
@NullMarked
package io.clipmeter.analytics;

import org.jspecify.annotations.NullMarked;
