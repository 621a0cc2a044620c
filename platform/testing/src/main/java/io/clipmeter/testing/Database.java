package io.clipmeter.testing;

/** Where one database of a server is to be found, and who may enter. */
record Database(String jdbcUrl, String username, String password) {}
