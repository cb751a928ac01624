package io.polyphony.backend;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import io.polyphony.engine.data.Box;
import io.polyphony.engine.data.BoxCells;
import io.polyphony.engine.data.DatePart;
import io.polyphony.engine.data.DateText;
import io.polyphony.engine.data.LabelText;
import java.util.List;
import java.util.stream.Stream;

/** The walls of the house (docs/rooms.md), as far as the backend and what it stands on go. */
@AnalyzeClasses(packages = "io.polyphony", importOptions = ImportOption.DoNotIncludeTests.class)
class WallsTest {
    /** From left to right, as the data flows. */
    private static final List<String> FEATURES =
            List.of("upload", "dataset", "experiment", "trial", "metrics", "comparison", "model");

    /** What all features stand on; each stands on those before it. */
    private static final List<String> FOUNDATIONS = List.of("common", "postgres", "security", "project");

    private static final String BACKEND = "io.polyphony.backend.";

    @ArchTest
    static void features_import_leftwards_only(JavaClasses all) {
        leftwardsOnly(FEATURES, all, "data flows right, imports point left; tell the right something by an event");
    }

    @ArchTest
    static void foundations_form_no_cycle(JavaClasses all) {
        leftwardsOnly(FOUNDATIONS, all, "a cycle of rooms is one room");
    }

    @ArchTest
    static void every_room_has_its_place(JavaClasses all) {
        assertThat(all.stream()
                        .map(JavaClass::getPackageName)
                        .filter(name -> name.startsWith(BACKEND))
                        .map(name -> name.substring(BACKEND.length()).split("\\.")[0])
                        .distinct())
                .containsExactlyInAnyOrderElementsOf(
                        Stream.concat(FOUNDATIONS.stream(), FEATURES.stream()).toList());
    }

    private static void leftwardsOnly(List<String> rooms, JavaClasses all, String why) {
        for (int i = 0; i < rooms.size() - 1; i++) {
            noClasses()
                    .that()
                    .resideInAPackage(room(rooms.get(i)))
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(rooms(rooms.subList(i + 1, rooms.size())))
                    .because("ADR-0007: " + why)
                    .check(all);
        }
    }

    @ArchTest
    static final ArchRule what_all_use_knows_no_feature = noClasses()
            .that()
            .resideInAnyPackage(rooms(FOUNDATIONS))
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(rooms(FEATURES))
            .because("ADR-0007: what everything stands on must stand alone");

    @ArchTest
    static final ArchRule entities_stay_in_persistence = noClasses()
            .that()
            .resideOutsideOfPackage("..persistence..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("jakarta.persistence..")
            .because("ADR-0007: outside of persistence there are records, whole and immutable");

    @ArchTest
    static final ArchRule nobody_looks_into_persistence = noClasses()
            .that()
            .resideOutsideOfPackage("..persistence..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("io.polyphony.backend..persistence..")
            .because("ADR-0007: rest -> root <- persistence; the root owns the port");

    @ArchTest
    static final ArchRule nobody_looks_into_rest = noClasses()
            .that()
            .resideOutsideOfPackages("..rest..", "..security.http..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("io.polyphony.backend..rest..")
            .because("ADR-0007: a service does not know who calls it");

    @ArchTest
    static final ArchRule persistence_and_rest_do_not_meet = noClasses()
            .that()
            .resideInAPackage("..rest..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("java.sql..", "javax.sql..", "org.hibernate..")
            .because("ADR-0007: a resource translates and nothing else");

    @ArchTest
    static final ArchRule only_the_engine_knows_nd4j = noClasses()
            .that()
            .resideOutsideOfPackages("io.polyphony.engine..", "io.polyphony.benchmarks..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.nd4j..", "org.bytedeco..")
            .because("ADR-0005: tensors do not cross the engine's border");

    @ArchTest
    static final ArchRule search_and_engine_do_not_know_each_other = noClasses()
            .that()
            .resideInAPackage("io.polyphony.hpo..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "io.polyphony.engine..", "io.polyphony.backend..", "io.quarkus..", "jakarta..", "org.nd4j..")
            .because("ADR-0005: a search proposes values and does not know what they are for");

    @ArchTest
    static final ArchRule the_engine_knows_no_platform = noClasses()
            .that()
            .resideInAPackage("io.polyphony.engine..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "io.polyphony.hpo..", "io.polyphony.backend..", "io.quarkus..", "jakarta..", "java.sql..")
            .because("ADR-0005: a network trains without database, HTTP or search");

    @ArchTest
    static final ArchRule only_trials_and_models_train = noClasses()
            .that()
            .resideInAnyPackage(
                    room("common"),
                    room("security"),
                    room("project"),
                    room("upload"),
                    room("dataset"),
                    room("comparison"))
            .should()
            .dependOnClassesThat(resideInAPackage("io.polyphony.engine..")
                    .and(not(type(DateText.class)))
                    .and(not(type(DatePart.class)))
                    .and(not(type(LabelText.class)))
                    .and(not(type(Box.class)))
                    .and(not(type(BoxCells.class))))
            .because(
                    "ADR-0005: one place turns an assignment into a network; only what counts as a date and what of it recurs, a set of labels or boxes is said once for both");

    @ArchTest
    static final ArchRule services_say_who_asks = classes()
            .that()
            .resideInAPackage("io.polyphony.backend..rest..")
            .and()
            .haveSimpleNameEndingWith("Resource")
            .should()
            .notBePublic()
            .because("ADR-0008: other code calls the service, with an Actor, never the resource");

    private static String[] rooms(List<String> names) {
        return names.stream().map(WallsTest::room).toArray(String[]::new);
    }

    private static String room(String name) {
        return BACKEND + name + "..";
    }
}
