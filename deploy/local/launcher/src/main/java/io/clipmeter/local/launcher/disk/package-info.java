/**
 * Writes, copies and deletes files so that nobody ever sees half of it. Knows no particular file.
 */
@NullMarked
package io.clipmeter.local.launcher.disk;

import org.jspecify.annotations.NullMarked;
