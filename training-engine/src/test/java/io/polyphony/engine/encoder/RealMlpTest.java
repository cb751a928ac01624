package io.polyphony.engine.encoder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.polyphony.engine.data.BlockLayout;
import io.polyphony.engine.data.InputLayout;
import io.polyphony.engine.data.Modality;
import io.polyphony.engine.layer.NumberEmbedding;
import io.polyphony.engine.program.ByHand;
import java.util.LinkedHashMap;
import org.junit.jupiter.api.Test;

class RealMlpTest extends EncoderContract {
    private static final double[] NUMBERS = {0.7, -1.2};

    @Override
    EncoderSpec encoder() {
        return new RealMlp(16, 2, 6, 0.1);
    }

    @Override
    InputLayout layout() {
        var blocks = new LinkedHashMap<String, BlockLayout>();
        blocks.put(InputLayout.NUMBERS, BlockLayout.dense(4));
        blocks.put(InputLayout.CODES, BlockLayout.codes(2, 5, 300));
        return new InputLayout("input", Modality.TABULAR, blocks);
    }

    /**
     * Gorishniy (2022): cos(2 pi (f x + p)) of every number, read linearly and bent, beside the numbers (Holzmueller 2024, section
     * 3, "PBLD", where each number has a linear map of its own and no bend follows it), then hidden layers.
     */
    @Test
    void waves_stand_beside_numbers_and_categories() {
        var said = cells().said(new RealMlp(3, 2, 2, 0));
        var known = said.known();
        assertEmbedding(said, ByHand.joined(NUMBERS, bent(known, 0), bent(known, 1), category(known)));
    }

    @Test
    void bins_stand_beside_numbers_and_categories() {
        double[] bins = {1, 0.25, 0.5, 0};
        var said = cells().with(InputLayout.BINS, BlockLayout.dense(2, 2), bins)
                .said(new RealMlp(3, 2, 1, 0, NumberEmbedding.BINS));
        assertEmbedding(said, ByHand.joined(NUMBERS, bins, category(said.known())));
    }

    @Test
    void plain_numbers_stand_beside_categories() {
        var said = cells().said(new RealMlp(3, 2, 1, 0, NumberEmbedding.PLAIN));
        assertEmbedding(said, ByHand.joined(NUMBERS, category(said.known())));
    }

    private static SmallEncoder cells() {
        return new SmallEncoder(Modality.TABULAR)
                .with(InputLayout.NUMBERS, BlockLayout.dense(2), NUMBERS)
                .with(InputLayout.CODES, BlockLayout.codes(1, 4), new int[] {2});
    }

    private static double[] bent(ByHand known, int number) {
        var frequencies = known.part("input.frequencies", 2 * number, 2);
        var phases = known.part("input.phases", 2 * number, 2);
        var waves = ByHand.each(2, i -> Math.cos(2 * Math.PI * (frequencies[i] * NUMBERS[number] + phases[i])));
        return ByHand.gelu(known.linear("input.waves", waves));
    }

    /** Of four values the third, by a vector of min(100, 1.6 n^0.56) = 3 numbers. */
    private static double[] category(ByHand known) {
        return known.part("input.column0", 2 * 3, 3);
    }

    private static void assertEmbedding(SmallEncoder.Said said, double... features) {
        var hidden = ByHand.gelu(said.known().linear("input.hidden0", features));
        assertThat(said.embedding())
                .containsExactly(ByHand.gelu(said.known().linear("input.hidden1", hidden)), within(1e-9));
    }
}
