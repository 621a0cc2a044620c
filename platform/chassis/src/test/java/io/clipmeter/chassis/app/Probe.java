package io.clipmeter.chassis.app;

/** What the probe topic carries; a negative number can be read but not applied. */
public record Probe(String name, long n) {}
