/**
 * Knows where the local stack keeps its things: folders, ports, remembered choices, secrets,
 * addresses. Never starts or stops anything.
 */
@NullMarked
package io.clipmeter.local.launcher.home;

import org.jspecify.annotations.NullMarked;
