package io.polyphony.engine.compression;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.polyphony.engine.export.Bundle;
import io.polyphony.engine.export.TrainedModel;
import io.polyphony.engine.training.Guidance;
import io.polyphony.engine.training.Verdict;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Small networks that learn from large ones. */
class DistillerTest {
    private static final int FEW = 30;
    private static final Spiral SPIRAL = new Spiral();
    private static final TrainedModel TEACHER = SPIRAL.trained(64, 40);

    /** The teacher has seen all labels; the student sees few, but hears the teacher on all rows. */
    @Test
    void a_taught_student_beats_the_same_student_without_a_teacher() {
        var student = Spiral.network(10);
        var lessons = Spiral.few(SPIRAL.lessons(student, 60), FEW);
        var alone = lessons.learn(student, Guidance.NONE, (report, state) -> Verdict.CONTINUE);
        var taught = distilled(Bundle.of(TEACHER, "{}"), lessons);
        assertThat(metric(taught, "sector", "accuracy")).isGreaterThan(metric(alone, "sector", "accuracy") + 0.03);
        assertThat(metric(taught, "far", "mae")).isLessThan(0.7 * metric(alone, "far", "mae"));
        assertThat(metric(taught, "sector", "accuracy")).isGreaterThan(metric(TEACHER, "sector", "accuracy") - 0.03);
        assertThat(Bundle.of(taught, "{}").parameters())
                .isLessThan(Bundle.of(TEACHER, "{}").parameters() / 10);
    }

    /** Several networks teach their weighted mean, each task by those who have a say in it. */
    @Test
    void an_ensemble_teaches_what_it_answers() {
        var other = SPIRAL.trained(24, 10);
        var ensemble = new Bundle(
                List.of(
                        new Bundle.Member(TEACHER, Map.of("sector", 0.5, "far", 1.0)),
                        new Bundle.Member(other, Map.of("sector", 0.5))),
                "{}");
        var rows = Spiral.trainRows();
        var student = SPIRAL.lessons(Spiral.network(10), 1).preprocessor();
        var taught = Teacher.taught(ensemble, SPIRAL.table, rows, student, new DistillationSpec(1, 1));
        var said = ensemble.predict(SPIRAL.table, rows);
        var sector = requireNonNull(taught.get("sector")).targets();
        var far = requireNonNull(taught.get("far")).targets();
        for (int row = 0; row < rows.length; row++) {
            for (int k = 0; k < 3; k++) {
                assertThat(Math.abs(sector.values()[row * 3 + k]
                                - requireNonNull(said.get("sector")).scores()[row][k]))
                        .isLessThan(1e-4f);
            }
            assertThat(Math.abs(student.codec("far").decode(far.values()[row])
                            - requireNonNull(said.get("far")).scores()[row][0]))
                    .isLessThan(1e-4);
        }
    }

    private static TrainedModel distilled(Bundle teacher, Lessons lessons) {
        var taught = Teacher.taught(
                teacher, SPIRAL.table, Spiral.trainRows(), lessons.preprocessor(), DistillationSpec.usual());
        return Distiller.distil(Spiral.network(10), taught, lessons, (report, state) -> Verdict.CONTINUE);
    }

    private static double metric(TrainedModel model, String task, String name) {
        return requireNonNull(requireNonNull(
                        model.evaluate(SPIRAL.table, Spiral.validationRows()).get(task))
                .get(name));
    }
}
