/**
 * Deletes, now and then, the rows that tables keep only for a while: each table's owner says which.
 *
 * <p>Never touches money, observations or anything that a service owns.
 */
@NullMarked
package io.clipmeter.chassis.housekeeping;

import org.jspecify.annotations.NullMarked;
