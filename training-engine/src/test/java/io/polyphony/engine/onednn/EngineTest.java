package io.polyphony.engine.onednn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.polyphony.engine.onednn.Job.Role;
import io.polyphony.engine.onednn.Job.Use;
import java.lang.foreign.Arena;
import java.lang.foreign.ValueLayout;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

@EnabledOnOs(OS.LINUX)
class EngineTest {

    /** Without it everything still works, several times slower, and nobody would notice. */
    @Test
    void the_library_is_there_on_linux() {
        assertThat(Engine.present()).isTrue();
    }

    @Test
    void a_job_runs_on_the_memory_that_it_was_given() {
        try (var arena = Arena.ofConfined();
                var layout = Layout.of(3);
                var recipe = Curve.RELU.forward(layout)) {
            var x = arena.allocateFrom(ValueLayout.JAVA_FLOAT, -1, 0.5f, 2);
            var y = arena.allocate(12, 4);
            try (var job = new Job(recipe, new Use(Role.SOURCE, layout, x), new Use(Role.RESULT, layout, y))) {
                job.run();
                x.setAtIndex(ValueLayout.JAVA_FLOAT, 0, 7);
                job.run();
            }
            assertThat(y.toArray(ValueLayout.JAVA_FLOAT)).containsExactly(7, 0.5f, 2);
        }
    }

    @Test
    void what_it_cannot_do_is_said() {
        try (var three = Layout.of(3, 3);
                var four = Layout.of(4, 4);
                var extras = Extras.none()) {
            assertThatThrownBy(() -> Product.of(three, four, null, three, extras))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("dnnl_matmul_primitive_desc_create");
        }
    }
}
