package io.clipmeter.testing;

import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The smallest service: what Boot configures by itself, nothing more. */
@SpringBootApplication
class TestApplication {}
