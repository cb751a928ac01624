package io.polyphony.hpo;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;

@AnalyzeClasses(packages = "io.polyphony.hpo", importOptions = ImportOption.DoNotIncludeTests.class)
class HpoArchitectureTest {
    private static final String BASE = "io.polyphony.hpo.";
    /** Each stands on those before it, which leaves no room for a cycle. */
    private static final List<String> IN_ORDER =
            List.of("space", "function", "trial", "analysis", "pruner", "sampler", "portfolio", "study");

    @ArchTest
    static final ArchRule hpo_is_plain_java = classes()
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "io.polyphony.hpo..",
                    "java..",
                    "org.jspecify.annotations..",
                    "com.fasterxml.jackson..",
                    "org.apache.commons.csv..",
                    "org.ejml..",
                    "org.hipparchus..")
            .because("the search is a library that anybody can use alone");

    @ArchTest
    static final ArchRule only_the_space_knows_json = noClasses()
            .that()
            .haveNameNotMatching(".*\\.SpaceJson.*")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("com.fasterxml.jackson..")
            .because("a document's form is the business of SpaceJson alone");

    @ArchTest
    static void packages_import_earlier_ones_only(JavaClasses all) {
        assertThat(all.stream()
                        .map(type ->
                                type.getPackageName().substring(BASE.length()).split("\\.")[0])
                        .distinct())
                .as("IN_ORDER knows every package")
                .containsExactlyInAnyOrderElementsOf(IN_ORDER);
        for (int i = 0; i < IN_ORDER.size() - 1; i++) {
            var later = IN_ORDER.subList(i + 1, IN_ORDER.size()).stream()
                    .map(name -> BASE + name + "..")
                    .toArray(String[]::new);
            noClasses()
                    .that()
                    .resideInAPackage(BASE + IN_ORDER.get(i) + "..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(later)
                    .because("a reader can take the packages one after the other")
                    .check(all);
        }
    }

    @ArchTest
    static final ArchRule samplers_and_pruners_keep_no_state = classes()
            .that()
            .implement("io.polyphony.hpo.sampler.Sampler")
            .or()
            .implement("io.polyphony.hpo.pruner.Pruner")
            .should()
            .beRecords()
            .because("a study is rebuilt from rows: the same history and seed give the same answer");
}
