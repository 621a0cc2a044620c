/**
 * The house style as tests: rules on classes and rules on files, each with its reason.
 *
 * <p>Never holds a rule that no planted violation has broken in this module's own tests.
 */
@NullMarked
package io.clipmeter.testing.rules;

import org.jspecify.annotations.NullMarked;
