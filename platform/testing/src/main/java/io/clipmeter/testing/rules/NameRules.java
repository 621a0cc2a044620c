package io.clipmeter.testing.rules;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.lang.ArchRule;
import java.util.List;

/** Names say what a thing is for; these words say nothing. */
final class NameRules {

  private NameRules() {}

  static List<ArchRule> all() {
    return List.of(noEmptyNames(), noRepositoriesOfOurOwn(), noDrawersForEverything());
  }

  static ArchRule noEmptyNames() {
    return noClasses()
        .should()
        .haveNameMatching(".*(Util|Utils|Helper|Helpers|Impl|Manager|Dao)")
        .because("the function belongs to the type whose data it uses, the class to its role");
  }

  static ArchRule noRepositoriesOfOurOwn() {
    return noClasses()
        .that()
        .areNotAssignableTo("org.springframework.data.repository.Repository")
        .should()
        .haveSimpleNameEndingWith("Repository")
        .because("a store is named by what it holds: Campaigns, Accruals");
  }

  static ArchRule noDrawersForEverything() {
    return noClasses()
        .should()
        .resideInAnyPackage(
            "..util..",
            "..utils..",
            "..common..",
            "..impl..",
            "..helper..",
            "..helpers..",
            "..dto..")
        .because("the packages are the business; a drawer for everything hides it");
  }
}
