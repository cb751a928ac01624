package io.polyphony.hpo;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "io.polyphony.hpo", importOptions = ImportOption.DoNotIncludeTests.class)
class HpoArchitectureTest {

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
    static final ArchRule packages_form_no_cycle = slices().matching("io.polyphony.hpo.(*)..")
            .should()
            .beFreeOfCycles()
            .because("a reader can take space, trial, analysis, sampler and pruner, study one after the other");

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
