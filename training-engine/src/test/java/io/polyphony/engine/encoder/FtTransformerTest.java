package io.polyphony.engine.encoder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.json.JsonMapper;
import io.polyphony.engine.data.BlockLayout;
import io.polyphony.engine.data.InputLayout;
import io.polyphony.engine.data.Modality;
import io.polyphony.engine.layer.NumberEmbedding;
import io.polyphony.engine.program.AttentionByHand;
import io.polyphony.engine.program.ByHand;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import org.junit.jupiter.api.Test;

class FtTransformerTest extends EncoderContract {
    private static final int WIDTH = 3;
    private static final double[] NUMBERS = {0.7, -1.2};
    private static final double[][] BINS = {{1, 0.25}, {0.5, 0}};

    @Override
    EncoderSpec encoder() {
        return new FtTransformer(16, 2, 6, 0.1);
    }

    @Override
    InputLayout layout() {
        var blocks = new LinkedHashMap<String, BlockLayout>();
        blocks.put(InputLayout.NUMBERS, BlockLayout.dense(4));
        blocks.put(InputLayout.CODES, BlockLayout.codes(2, 5, 300));
        return new InputLayout("input", Modality.TABULAR, blocks);
    }

    /** Gorishniy (2021, section 3.3): T_j = b_j + x_j W_j, each number with a vector W_j and a bias b_j of its own. */
    @Test
    void plain_numbers_have_a_vector_each_as_in_the_paper() {
        var said = cells().said(new FtTransformer(WIDTH, 2, 1, 0, NumberEmbedding.PLAIN));
        var known = said.known();
        assertEmbedding(said, own(known, 0, NUMBERS[0]), own(known, 1, NUMBERS[1]));
    }

    /** Gorishniy (2022, section 3.3): of every number its waves, read by a map of its own; here beside the number itself. */
    @Test
    void waves_of_each_number_are_read_by_a_map_of_its_own() {
        var said = cells().said(new FtTransformer(WIDTH, 2, 2, 0, NumberEmbedding.WAVES));
        var known = said.known();
        assertEmbedding(said, own(known, 0, waved(known, 0)), own(known, 1, waved(known, 1)));
    }

    /** Gorishniy (2022, section 3.2), piecewise-linear: of every number how far it reaches into each of its bins. */
    @Test
    void bins_of_each_number_are_read_by_a_map_of_its_own() {
        var said = cells().with(InputLayout.BINS, BlockLayout.dense(2, 2), ByHand.joined(BINS))
                .said(new FtTransformer(WIDTH, 2, 1, 0, NumberEmbedding.BINS));
        var known = said.known();
        assertEmbedding(
                said,
                known.linear("input.number0", NUMBERS[0], BINS[0][0], BINS[0][1]),
                known.linear("input.number1", NUMBERS[1], BINS[1][0], BINS[1][1]));
    }

    @Test
    void a_network_stored_when_one_map_read_all_numbers_stays_what_it_was() throws Exception {
        var text = "{\"kind\":\"ft-transformer\",\"width\":3,\"depth\":2,\"waves\":2,\"dropout\":0,\"numbers\":\"%s\"}";
        var json = JsonMapper.builder().build();
        var plain = cells().said(json.readValue(text.formatted("PLAIN"), EncoderSpec.class));
        assertEmbedding(
                plain,
                plain.known().linear("input.numbers", NUMBERS[0]),
                plain.known().linear("input.numbers", NUMBERS[1]));
        var waves = cells().said(json.readValue(text.formatted("WAVES"), EncoderSpec.class));
        assertEmbedding(
                waves,
                waves.known().linear("input.numbers", waved(waves.known(), 0)),
                waves.known().linear("input.numbers", waved(waves.known(), 1)));
    }

    /** Two numbers and one category, of which the third of four is there. */
    private static SmallEncoder cells() {
        return new SmallEncoder(Modality.TABULAR)
                .with(InputLayout.NUMBERS, BlockLayout.dense(2), NUMBERS)
                .with(InputLayout.CODES, BlockLayout.codes(1, 4), new int[] {2});
    }

    private static double[] own(ByHand known, int number, double... seen) {
        int size = seen.length * WIDTH;
        var vector = ByHand.times(known.part("input.numbers.weight", number * size, size), seen);
        return ByHand.plus(vector, known.part("input.numbers.bias", number * WIDTH, WIDTH));
    }

    /** x, cos(2 pi (f_1 x + p_1)), cos(2 pi (f_2 x + p_2)). */
    private static double[] waved(ByHand known, int number) {
        double x = NUMBERS[number];
        var frequencies = known.part("input.frequencies", 2 * number, 2);
        var phases = known.part("input.phases", 2 * number, 2);
        return ByHand.joined(
                new double[] {x}, ByHand.each(2, i -> Math.cos(2 * Math.PI * (frequencies[i] * x + phases[i]))));
    }

    /** A free token before all others, biases, layers, and the free token read at the end. */
    private static void assertEmbedding(SmallEncoder.Said said, double[]... numbers) {
        var known = said.known();
        var tokens = ByHand.joined(
                List.of(known.number("input.free"), numbers[0], numbers[1]),
                known.part("input.column0", 2 * WIDTH, WIDTH));
        tokens = ByHand.plus(tokens, ByHand.members(WIDTH, known.number("input.columns")));
        var open = new boolean[tokens.length];
        Arrays.fill(open, true);
        for (int layer = 0; layer < 2; layer++) {
            tokens = new AttentionByHand(known, 1).self("input.layer" + layer, tokens, open);
        }
        assertThat(said.embedding()).containsExactly(known.normalised("input.gathered", tokens[0]), within(1e-9));
    }
}
