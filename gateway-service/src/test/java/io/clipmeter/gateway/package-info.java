/** The gateway before stub services, over real sockets. */
@NullMarked
package io.clipmeter.gateway;

import org.jspecify.annotations.NullMarked;
