package io.polyphony.engine;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import io.polyphony.engine.encoder.EncoderSpec;
import io.polyphony.engine.fusion.FusionSpec;
import io.polyphony.engine.op.Primitive;
import io.polyphony.engine.sharing.SharingSpec;
import java.util.List;

@AnalyzeClasses(packages = "io.polyphony.engine", importOptions = ImportOption.DoNotIncludeTests.class)
class EngineArchitectureTest {
    private static final String BASE = "io.polyphony.engine.";
    /** Each stands on those before it, which leaves no room for a cycle. */
    private static final List<String> IN_ORDER = List.of(
            "checkpoint",
            "frozen",
            "data",
            "onednn",
            "tensor",
            "evaluation",
            "op",
            "weighting",
            "loss",
            "program",
            "layer",
            "optimizer",
            "encoder",
            "sharing",
            "fusion",
            "head",
            "network",
            "auxiliary",
            "export",
            "explanation",
            "training",
            "compression");

    private static final String[] NUMERIC_LIBRARIES = {"org.nd4j..", "org.bytedeco.."};

    @ArchTest
    static final ArchRule only_tensors_know_the_numeric_library = noClasses()
            .that()
            .resideOutsideOfPackages("io.polyphony.engine.tensor", "io.polyphony.engine.onednn")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(NUMERIC_LIBRARIES)
            .because("another executor must be able to stand beside ND4J behind the Device");

    @ArchTest
    static final ArchRule data_and_metrics_know_no_network = noClasses()
            .that()
            .resideInAnyPackage("io.polyphony.engine.data..", "io.polyphony.engine.evaluation..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "io.polyphony.engine.tensor..",
                    "io.polyphony.engine.op..",
                    "io.polyphony.engine.program..",
                    "io.polyphony.engine.network..",
                    "io.polyphony.engine.training..")
            .because("rows are encoded and judged the same whatever learns from them");

    @ArchTest
    static final ArchRule the_engine_knows_no_server = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.quarkus..", "jakarta..", "java.sql..", "java.net.http..", "io.polyphony.hpo..")
            .because("the engine knows no database, no HTTP and no search");

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
                    .because("a cycle of packages is one package")
                    .check(all);
        }
    }

    @ArchTest
    static final ArchRule primitives_are_values = classes()
            .that()
            .implement(Primitive.class)
            .should()
            .beRecords()
            .because("what a run needs to remember lives in its Work, so that one primitive can stand in many places");

    @ArchTest
    static final ArchRule specifications_are_values = classes()
            .that()
            .implement(EncoderSpec.class)
            .or()
            .implement(FusionSpec.class)
            .or()
            .implement(SharingSpec.class)
            .should()
            .beRecords()
            .because("a network is data: it is searched, stored and compared");

    @ArchTest
    static final ArchRule compositions_have_no_backward_code = noClasses()
            .that()
            .resideInAnyPackage(
                    "io.polyphony.engine.layer..",
                    "io.polyphony.engine.encoder..",
                    "io.polyphony.engine.sharing..",
                    "io.polyphony.engine.fusion..",
                    "io.polyphony.engine.head..",
                    "io.polyphony.engine.auxiliary..")
            .should()
            .dependOnClassesThat()
            .haveSimpleName("Work")
            .because("a composition of differentiable primitives is differentiable by construction");
}
