package io.polyphony.engine.frozen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class FrozenTextTest {
    private static final List<String> WORDS = List.of("[PAD]", "[UNK]", "[CLS]", "[SEP]", "good", "bad", "##ly");
    /** Each word's embedding is its id, and whether it is a word. */
    private static final float[] EMBEDDINGS = {0, 0, 1, 0, 2, 0, 3, 0, 4, 1, 5, 1, 6, 1};

    @Test
    void an_embedding_is_the_mean_of_those_of_its_pieces() {
        try (var network = FrozenText.open(FrozenFile.words(WORDS, 2, EMBEDDINGS), 16, true)) {
            assertThat(network.width()).isEqualTo(2);
            assertThat(network.embed("Bad, badly")).containsExactly((2 + 5 + 1 + 5 + 6 + 3) / 6f, 3 / 6f);
            assertThat(network.embed("")).containsExactly(2.5f, 0);
            assertThat(network.embed("bad ".repeat(100))).containsExactly((2 + 14 * 5 + 3) / 16f, 14 / 16f);
        }
    }

    @Test
    void a_vocabulary_is_needed_and_must_be_the_networks() {
        assertThatThrownBy(() -> FrozenText.open(FrozenFile.words(List.of(), 2, EMBEDDINGS), 16, true))
                .hasMessageContaining("has no vocabulary")
                .hasMessageContaining("Maybe send its vocab.txt along");
        var longer = new ArrayList<>(WORDS);
        longer.add("more");
        try (var network = FrozenText.open(FrozenFile.words(longer, 2, EMBEDDINGS), 16, true)) {
            assertThatThrownBy(network::width)
                    .hasMessageContaining("does not know the last of the 8 words")
                    .hasMessageContaining("Maybe the vocabulary is another network's");
        }
        var twice = FrozenVocabulary.with(
                FrozenFile.words(longer, 2, EMBEDDINGS),
                String.join("\n", WORDS).getBytes(StandardCharsets.UTF_8));
        assertThat(FrozenVocabulary.of(twice)).contains(WORDS);
    }

    @Test
    void what_reads_no_ids_is_refused() {
        var numbers = FrozenVocabulary.with(
                FrozenFile.product(3, 2, new float[6]), String.join("\n", WORDS).getBytes(StandardCharsets.UTF_8));
        assertThatThrownBy(() -> FrozenText.open(numbers, 16, true))
                .hasMessageContaining("input_ids")
                .hasMessageContaining("[1, 16]");
    }
}
