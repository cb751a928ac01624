package io.polyphony.engine.sharing;

import static org.assertj.core.api.Assertions.assertThat;

import io.polyphony.engine.head.HeadSpec;
import io.polyphony.engine.head.TaskHeads;
import io.polyphony.engine.program.Graph;
import io.polyphony.engine.program.Lesson;
import io.polyphony.engine.program.Program;
import io.polyphony.engine.program.Slopes;
import io.polyphony.engine.tensor.Device;
import io.polyphony.engine.tensor.Precision;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** What every way of sharing must keep: each task gets its answer and learns, alone or with others, by its true gradient. */
abstract class SharingContract {
    static final int ROWS = 6;
    static final int FUSED = 5;
    static final List<String> TASKS = List.of("yes", "kind", "size");

    abstract SharingSpec sharing();

    @Test
    void every_task_learns() {
        try (var program = program(graph(TASKS), Precision.FLOAT)) {
            assertThat(new Lesson(program, TASKS).shareLeft(300)).isLessThan(0.1);
        }
    }

    @Test
    void a_single_task_learns() {
        try (var program = program(graph(List.of("yes")), Precision.FLOAT)) {
            assertThat(new Lesson(program, List.of("yes")).shareLeft(300)).isLessThan(0.1);
        }
    }

    @Test
    void the_gradient_of_the_whole_is_its_slope() {
        try (var program = program(graph(TASKS), Precision.DOUBLE)) {
            Slopes.check(program, TASKS);
        }
    }

    @Test
    void features_come_in_the_order_of_the_tasks() {
        var graph = new Graph(ROWS);
        var features = sharing().features(graph, "sharing", graph.input("fused", FUSED), TASKS);
        assertThat(features.keySet()).containsExactlyElementsOf(TASKS);
        assertThat(features.values())
                .allSatisfy(node -> assertThat(node.shape().rows()).isEqualTo(ROWS));
    }

    private Graph graph(List<String> tasks) {
        return graph(sharing(), tasks);
    }

    /** A graph of a way of sharing with a linear head per task. */
    static Graph graph(SharingSpec sharing, List<String> tasks) {
        var graph = new Graph(ROWS);
        var widths = new LinkedHashMap<String, Integer>();
        tasks.forEach(task -> widths.put(task, 2));
        new TaskHeads(graph, new HeadSpec(0, 0), sharing, widths, Set.of(), Map.of())
                .on("head", graph.input("fused", FUSED))
                .forEach(graph::output);
        return graph;
    }

    /** What was fused of the first row. */
    static double[] fused(Program program) {
        return Arrays.copyOf(program.input("fused").doubles(), FUSED);
    }

    /** The program with first values and random rows. */
    static Program program(Graph graph, Precision precision) {
        var program = Program.compile(graph, true, Device.cpu(), precision);
        program.initialize(new SplittableRandom(1));
        var fused = program.input("fused");
        fused.write(0, new SplittableRandom(2).doubles(fused.size(), -1, 1).toArray(), fused.size());
        return program;
    }
}
