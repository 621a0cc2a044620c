package io.clipmeter.links.shortlink;

import java.util.List;

/**
 * As much of an answer as is looked at.
 *
 * @param status 100 to 599
 * @param locations each header {@code Location}
 * @param body empty where it was not asked for, or was longer than is read
 */
record Fetched(int status, List<String> locations, String body) {}
