package io.clipmeter.testing.rules;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import java.util.List;

/** The role of a class, told by the last word of its name; a nested class has its owner's role. */
final class Roles {

  private Roles() {}

  static DescribedPredicate<JavaClass> of(String... suffixes) {
    List<String> roles = List.of(suffixes);
    return DescribedPredicate.describe(
        "are a " + String.join(", ", roles),
        type -> roles.stream().anyMatch(owner(type).getSimpleName()::endsWith));
  }

  static DescribedPredicate<JavaClass> noneOf(String... suffixes) {
    return DescribedPredicate.not(of(suffixes))
        .as("are no " + String.join(", ", List.of(suffixes)));
  }

  /** The class of the source file that this one is written in. */
  static JavaClass owner(JavaClass type) {
    return type.getEnclosingClass().map(Roles::owner).orElse(type);
  }
}
