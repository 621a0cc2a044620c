/**
 * Starts, recognises, watches and ends processes of the operating system. Never knows which program
 * it runs or why.
 */
@NullMarked
package io.clipmeter.local.launcher.process;

import org.jspecify.annotations.NullMarked;
