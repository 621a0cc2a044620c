package io.clipmeter.testing.backing;

/**
 * Where one database of a server is to be found, and who may enter.
 *
 * @param jdbcUrl its address
 * @param username the superuser of the server
 * @param password the superuser's password
 */
public record Database(String jdbcUrl, String username, String password) {}
