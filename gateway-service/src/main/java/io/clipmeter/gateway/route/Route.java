package io.clipmeter.gateway.route;

/**
 * One line of the route table.
 *
 * @param pattern a Spring path pattern; it also names the route in metrics
 * @param backend who answers
 */
record Route(String pattern, Backend backend) {}
