package io.clipmeter.submission;

import io.clipmeter.testing.WithEngines;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.annotation.Import;

/** The whole service on real engines; all tests with this share one instance of it. */
@WithEngines
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@Import({Service.class, Records.class, FakeLinks.class})
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface ServiceTest {}
