package io.polyphony.engine;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import io.polyphony.engine.encoder.EncoderSpec;
import io.polyphony.engine.fusion.FusionSpec;
import io.polyphony.engine.op.Primitive;

@AnalyzeClasses(packages = "io.polyphony.engine", importOptions = ImportOption.DoNotIncludeTests.class)
class EngineArchitectureTest {
    private static final String[] NUMERIC_LIBRARIES = {"org.nd4j..", "org.bytedeco.."};

    @ArchTest
    static final ArchRule only_tensors_know_the_numeric_library = noClasses()
            .that()
            .resideOutsideOfPackage("io.polyphony.engine.tensor")
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
    static final ArchRule packages_form_no_cycle =
            slices().matching("io.polyphony.engine.(*)..").should().beFreeOfCycles();

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
            .should()
            .beRecords()
            .because("a network is data: it is searched, stored and compared");

    @ArchTest
    static final ArchRule compositions_have_no_backward_code = noClasses()
            .that()
            .resideInAnyPackage(
                    "io.polyphony.engine.layer..",
                    "io.polyphony.engine.encoder..",
                    "io.polyphony.engine.fusion..",
                    "io.polyphony.engine.head..")
            .should()
            .dependOnClassesThat()
            .haveSimpleName("Work")
            .because("a composition of differentiable primitives is differentiable by construction");
}
