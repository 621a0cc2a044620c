/** The service on real engines, as callers and other services see it. */
@NullMarked
package io.clipmeter.analytics;

import org.jspecify.annotations.NullMarked;
