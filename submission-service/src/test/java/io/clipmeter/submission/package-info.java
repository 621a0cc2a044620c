/** Tests of the service as a whole: over HTTP, Kafka and its database. */
@NullMarked
package io.clipmeter.submission;

import org.jspecify.annotations.NullMarked;
