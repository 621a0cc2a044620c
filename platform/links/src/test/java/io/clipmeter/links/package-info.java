/** Tests of URLs. */
@NullMarked
package io.clipmeter.links;

import org.jspecify.annotations.NullMarked;
