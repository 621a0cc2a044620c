/**
 * The commands that a person types. Each is thin: it reads its options, calls one other package and
 * prints.
 */
@NullMarked
package io.clipmeter.local.launcher.command;

import org.jspecify.annotations.NullMarked;
