package io.polyphony.engine.fusion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.polyphony.engine.head.HeadSpec;
import io.polyphony.engine.head.TaskHeads;
import io.polyphony.engine.layer.Tokens;
import io.polyphony.engine.op.Pass;
import io.polyphony.engine.optimizer.Adam;
import io.polyphony.engine.optimizer.Optimizer;
import io.polyphony.engine.program.AttentionByHand;
import io.polyphony.engine.program.ByHand;
import io.polyphony.engine.program.Graph;
import io.polyphony.engine.program.Program;
import io.polyphony.engine.program.Slopes;
import io.polyphony.engine.tensor.Device;
import io.polyphony.engine.tensor.Precision;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/**
 * Beside the contract, where every input is one piece: a question and a list of four entries, each a key and a value. The
 * answer is the value of the entry whose key is asked for.
 */
class CrossAttentionTest extends FusionContract {
    private static final int ROWS = 64;
    private static final int ENTRIES = 4;
    private static final int ENTRY = ENTRIES + 1;

    @Override
    FusionSpec fusion() {
        return new CrossAttention(8, 2, 0, 0);
    }

    @Test
    void what_is_asked_for_is_found_among_the_pieces_of_another_input() {
        assertThat(errorAfterLearning(new CrossAttention(16, 1, 0, 0))).isLessThan(0.1);
    }

    @Test
    void what_is_fused_after_the_mean_of_all_pieces_does_not_find_it() {
        assertThat(errorAfterLearning(new Concatenation(16, 2, 0, 0))).isGreaterThan(0.4);
    }

    @Test
    void a_piece_that_is_padding_tells_nothing() {
        var graph = graph(new CrossAttention(8, 2, 0, 0));
        try (var program = Program.compile(graph, false, Device.cpu(), Precision.DOUBLE)) {
            program.initialize(new SplittableRandom(1));
            fill(program, 1);
            var mask = program.input("mask");
            var open = mask.doubles();
            open[ENTRIES - 1] = 0;
            mask.write(0, open, open.length);
            var before = answers(program);
            var entries = program.input("entries");
            var changed = entries.doubles();
            changed[ENTRIES * ENTRY - 1] += 1;
            entries.write(0, changed, changed.length);
            assertThat(answers(program)).containsExactly(before, within(1e-12));
            open[ENTRIES - 1] = 1;
            mask.write(0, open, open.length);
            assertThat(answers(program)[0]).isNotEqualTo(before[0]);
        }
    }

    @Test
    void the_gradient_over_pieces_is_the_slope() {
        try (var program =
                Program.compile(graph(new CrossAttention(8, 2, 0, 0)), true, Device.cpu(), Precision.DOUBLE)) {
            program.initialize(new SplittableRandom(1));
            fill(program, 1);
            Slopes.check(program, List.of("answer"));
        }
    }

    private static Graph graph(FusionSpec fusion) {
        var graph = new Graph(ROWS);
        var question = graph.input("question", ENTRIES);
        var entries = new Tokens(graph.input("entries", ENTRIES, ENTRY), graph.input("mask", ENTRIES));
        var joint = new Joint(
                graph,
                List.of(question, entries.mean(graph)),
                List.of(Tokens.one(graph, question), entries),
                graph.input("presence", 2));
        var heads = new TaskHeads(graph, new HeadSpec(0, 0), Map.of("answer", 1));
        fusion.outputs(joint, heads).forEach(graph::output);
        return graph;
    }

    /** Fills in new questions; returns the true answers. */
    private static double[] fill(Program program, long seed) {
        var random = new SplittableRandom(seed);
        var question = new double[ROWS * ENTRIES];
        var entries = new double[ROWS * ENTRIES * ENTRY];
        var truth = new double[ROWS];
        for (int row = 0; row < ROWS; row++) {
            int asked = random.nextInt(ENTRIES);
            int first = random.nextInt(ENTRIES);
            question[row * ENTRIES + asked] = 1;
            for (int place = 0; place < ENTRIES; place++) {
                int key = (first + place) % ENTRIES;
                double value = random.nextBoolean() ? 1 : -1;
                entries[(row * ENTRIES + place) * ENTRY + key] = 1;
                entries[(row * ENTRIES + place) * ENTRY + ENTRIES] = value;
                truth[row] = key == asked ? value : truth[row];
            }
        }
        program.input("question").write(0, question, question.length);
        program.input("entries").write(0, entries, entries.length);
        fillOnes(program, "mask");
        fillOnes(program, "presence");
        return truth;
    }

    private static void fillOnes(Program program, String input) {
        var tensor = program.input(input);
        var ones = new double[tensor.size()];
        Arrays.fill(ones, 1);
        tensor.write(0, ones, ones.length);
    }

    private static double[] answers(Program program) {
        program.forward(new Pass(false, new SplittableRandom(1)));
        return program.output("answer").doubles();
    }

    /** Mean squared error on questions that were not trained on; 1 is knowing nothing. */
    private static double errorAfterLearning(FusionSpec fusion) {
        try (var program = Program.compile(graph(fusion), true, Device.cpu(), Precision.FLOAT)) {
            program.initialize(new SplittableRandom(1));
            var optimizer = new Optimizer(program.parameters(), new Adam(0.01), 1);
            for (int step = 1; step <= 600; step++) {
                var truth = fill(program, step);
                var answers = answers(program);
                var slopes = new double[ROWS];
                for (int row = 0; row < ROWS; row++) {
                    slopes[row] = 2 * (answers[row] - truth[row]) / ROWS;
                }
                program.outputGradient("answer").write(0, slopes, ROWS);
                program.backward();
                optimizer.step(0.01);
            }
            var truth = fill(program, -1);
            var answers = answers(program);
            double error = 0;
            for (int row = 0; row < ROWS; row++) {
                error += (answers[row] - truth[row]) * (answers[row] - truth[row]) / ROWS;
            }
            return error;
        }
    }

    /** Tsai (2019, equations 1 and 3): each input goes on with what it finds in the other, and a perceptron. */
    @Test
    void each_input_adds_what_it_finds_in_the_other() {
        var small = new SmallFusion(new CrossAttention(3, 1, 0, 0), 1, 1);
        var known = small.numbers();
        var means = new double[2][];
        for (int m = 0; m < 2; m++) {
            var name = "fusion.layer0." + m;
            var attention = new AttentionByHand(known, 1);
            double[][] own = {small.projected(m)};
            double[][] other = {small.projected(1 - m)};
            var told = attention.attend(
                    name + ".from0",
                    own,
                    known.normalised(name + ".attend", own),
                    known.normalised(name + ".source0", other),
                    true);
            means[m] = known.normalised("fusion.mean" + m, attention.perceptron(name, told)[0]);
        }
        var all = ByHand.joined(means[0], means[1], new double[] {1, 1});
        assertThat(small.fused("yes"))
                .containsExactly(ByHand.rectified(small.linear("fusion.hidden0", all)), within(1e-9));
    }
}
