/**
 * The one public door.
 *
 * <p>Never holds a business rule, and no database.
 */
@NullMarked
package io.clipmeter.gateway;

import org.jspecify.annotations.NullMarked;
