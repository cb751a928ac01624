package io.polyphony.frontend;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import jakarta.annotation.security.PermitAll;

@AnalyzeClasses(packages = "io.polyphony.frontend", importOptions = ImportOption.DoNotIncludeTests.class)
class WallsTest {
    @ArchTest
    static final ArchRule viewsSeeServicesAndRecords = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "io.polyphony.backend..persistence..",
                    "io.polyphony.backend..rest..",
                    "jakarta.persistence..",
                    "java.sql..")
            .because(
                    "entities never leave their feature: a view that holds one would lazily load outside of a transaction");

    @ArchTest
    static final ArchRule viewsArePackagePrivate = classes()
            .that()
            .areAnnotatedWith(Route.class)
            .should()
            .bePackagePrivate()
            .because("a feature's navigation class is its only door");

    @ArchTest
    static final ArchRule everyViewSaysWhoMayOpenIt = classes()
            .that()
            .areAnnotatedWith(Route.class)
            .should()
            .beAnnotatedWith(PermitAll.class)
            .orShould()
            .beAnnotatedWith(AnonymousAllowed.class)
            .because("a view without it opens for nobody, which only shows when somebody tries");

    @ArchTest
    static final ArchRule componentsKnowNoFeature = noClasses()
            .that()
            .resideInAPackage("..frontend.component..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "..frontend.dataset..",
                    "..frontend.experiment..",
                    "..frontend.trial..",
                    "..frontend.model..",
                    "..frontend.shell..")
            .because("reusable pieces stay reusable");
}
