/**
 * One command's view of the stack: what it works on, what it does with all of it, what it prints.
 * Reads no options.
 */
@NullMarked
package io.clipmeter.local.launcher.session;

import org.jspecify.annotations.NullMarked;
