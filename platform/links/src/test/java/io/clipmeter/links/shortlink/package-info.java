/** Tests of short links. */
@NullMarked
package io.clipmeter.links.shortlink;

import org.jspecify.annotations.NullMarked;
