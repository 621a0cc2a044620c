/**
 * Ids, pages and the arguments that controllers take.
 *
 * <p>Never reads from a database.
 */
@NullMarked
package io.clipmeter.chassis.web;

import org.jspecify.annotations.NullMarked;
