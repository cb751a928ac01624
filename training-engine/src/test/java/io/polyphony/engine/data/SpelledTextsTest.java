package io.polyphony.engine.data;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Cells without blanks that are hardly ever the same. */
class SpelledTextsTest {
    private static final int ROWS = 24;
    private static final int[] TRAIN = IntStream.range(0, ROWS).toArray();
    private static final TokenFeatures TOKENS = new TokenFeatures(50, 64);

    /** Chains of carbon of every length, and two rows that train rows do not have. */
    private static Table molecules() {
        var chains = IntStream.range(0, ROWS).mapToObj(i -> "C".repeat(1 + i) + "(=O)O");
        return Samples.table(Map.of(
                "smiles",
                Samples.texts(Stream.concat(chains, Stream.of("C".repeat(40) + "O", "cO"))
                        .toArray(String[]::new))));
    }

    private static Featurizer fitted(FeaturizerSpec spec, Table table) {
        return Featurizers.fit(spec, table, FeaturizerContract.over(Modality.TEXT, "smiles"), TRAIN);
    }

    @Test
    void every_character_is_a_token_between_two_edges() {
        var codes =
                Samples.codes(fitted(TOKENS, molecules()).apply(molecules(), new int[] {0, ROWS}), InputLayout.TOKENS);
        var length = codes.length / 2;
        assertThat(IntStream.range(0, length).filter(i -> codes[i] > 0)).hasSize("C(=O)O".length() + 2);
        assertThat(codes[0]).as("the edges are the same").isEqualTo(codes["C(=O)O".length() + 1]);
        assertThat(codes[length + 1])
                .as("a molecule that is new is written in known characters")
                .isEqualTo(codes[1]);
    }

    @Test
    void a_person_sees_where_a_cell_begins_and_ends() {
        var reading = (Reading.Words) fitted(TOKENS, molecules()).reading(molecules(), ROWS + 1);
        assertThat(reading.words()).extracting(Reading.Word::text).containsExactly("|", "c", "O", "|");
    }

    @Test
    void terms_are_longer_and_tell_the_case() {
        var reading = fitted(new TfidfFeatures(1000, 200, 1), molecules()).reading(molecules(), ROWS + 1);
        assertThat(((Reading.Words) reading).words())
                .extracting(Reading.Word::text)
                .as("of ` cO `: an aromatic c is unknown")
                .containsExactlyInAnyOrder("O ", " ", "O");
        var known = (Reading.Words)
                fitted(new TfidfFeatures(1000, 200, 1), molecules()).reading(molecules(), 0);
        assertThat(known.words()).extracting(Reading.Word::text).contains("(=O", " C(", "O ");
    }

    @Test
    void words_that_come_again_or_have_blanks_or_are_few_stay_words() {
        var words = Samples.texts(
                IntStream.range(0, ROWS).mapToObj(i -> "word" + i % 5).toArray(String[]::new));
        var sentences = Samples.texts(
                IntStream.range(0, ROWS).mapToObj(i -> "some word" + i).toArray(String[]::new));
        var table = Samples.table(Map.of(
                "words", words, "sentences", sentences, "smiles", molecules().column("smiles")));
        assertThat(TextColumns.fit(table, List.of("words", "sentences"), TRAIN).spelled())
                .isEmpty();
        assertThat(TextColumns.fit(table, List.of("smiles"), new int[] {0, 1, 2})
                        .spelled())
                .isEmpty();
    }

    @Test
    void what_was_fitted_before_reads_words() throws JsonProcessingException {
        var mapper = new ObjectMapper();
        for (var spec : new FeaturizerSpec[] {TOKENS, new TfidfFeatures(1000, 200, 1)}) {
            var tree = (ObjectNode) mapper.readTree(mapper.writeValueAsString(fitted(spec, molecules())));
            assertThat(tree.remove("spelled")).hasSize(1);
            var before = mapper.readValue(tree.toString(), Featurizer.class);
            assertThat(((Reading.Words) before.reading(molecules(), 1)).words()).hasSizeLessThan(7);
        }
    }
}
