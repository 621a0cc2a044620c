package io.clipmeter.benchmarks.tracking;

import io.clipmeter.benchmarks.service.DeliveredJar;
import java.io.IOException;
import java.lang.classfile.Attributes;
import java.lang.classfile.ClassFile;
import java.lang.classfile.attribute.ConstantValueAttribute;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarFile;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A statement of the tracking service, letter for letter: read from its delivered jar, so that what
 * is measured here is what runs there.
 *
 * @param text with question marks
 * @param names what stands in their places, in order
 */
record ServiceSql(String text, List<String> names) {
  private static final Pattern NAMED = Pattern.compile("(?<!:):([a-z][A-Za-z_]*)");
  private static final String FOLDER = "BOOT-INF/classes/io/clipmeter/tracking/";

  /**
   * Finds it.
   *
   * @param type below the service's package, such as {@code round/Rounds}
   * @throws IllegalStateException where it is no longer there
   */
  static ServiceSql of(String type, String constant) throws IOException {
    try (JarFile jar = new JarFile(DeliveredJar.of("tracking-service").path().toFile())) {
      byte[] bytes = jar.getInputStream(jar.getEntry(FOLDER + type + ".class")).readAllBytes();
      return ClassFile.of().parse(bytes).fields().stream()
          .filter(field -> field.fieldName().equalsString(constant))
          .flatMap(field -> field.findAttribute(Attributes.constantValue()).stream())
          .map(ConstantValueAttribute::constant)
          .map(value -> named(String.valueOf(value.constantValue())))
          .findFirst()
          .orElseThrow(() -> new IllegalStateException(type + " has no " + constant));
    }
  }

  static ServiceSql named(String sql) {
    List<String> names = new ArrayList<>();
    Matcher each = NAMED.matcher(sql);
    while (each.find()) {
      names.add(each.group(1));
    }
    return new ServiceSql(NAMED.matcher(sql).replaceAll("?"), List.copyOf(names));
  }
}
