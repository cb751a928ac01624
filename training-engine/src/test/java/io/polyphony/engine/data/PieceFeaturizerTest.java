package io.polyphony.engine.data;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Tokens that are pieces of words. */
class PieceFeaturizerTest extends FeaturizerContract {
    private static final int[] TRAIN = {0, 1, 2, 3};

    @Override
    FeaturizerSpec spec() {
        return new TokenFeatures(40, 12, true);
    }

    @Override
    Table table() {
        return TokenFeaturizerTest.table("goodness");
    }

    @Override
    Table otherwise() {
        return TokenFeaturizerTest.table("zzzz zzzz zzzz zzzz");
    }

    @Override
    InputSpec input() {
        return over(Modality.TEXT, "title", "body");
    }

    @Test
    void an_unseen_word_shares_the_pieces_of_those_seen() {
        var featurizer = Featurizers.fit(spec(), table(), input(), TRAIN);
        var reading = (Reading.Words) featurizer.reading(table(), 4);
        assertThat(reading.words().subList(1, 3))
                .extracting(Reading.Word::text)
                .as("goodness, where train texts have good")
                .containsExactly("goo", "d");
        assertThat(reading.words()).hasSize(10);
    }

    @Test
    void texts_of_words_saved_before_there_were_pieces_are_read_as_words() throws Exception {
        var json = new ObjectMapper();
        var old = "{\"kind\":\"tokens\",\"input\":\"input\",\"columns\":[\"title\",\"body\"],"
                + "\"vocabulary\":[\"good\"],\"buckets\":8,\"length\":5}";
        var words = Featurizers.fit(new TokenFeatures(3, 5), table(), input(), TRAIN);
        assertThat(json.readValue(old, Featurizer.class).reading(table(), 0)).isEqualTo(words.reading(table(), 0));
        assertThat(json.readValue("{\"kind\":\"tokens\",\"vocabulary\":3,\"maxLength\":5}", FeaturizerSpec.class))
                .isEqualTo(new TokenFeatures(3, 5));
    }

    @Test
    void tables_of_other_texts_give_other_pieces() {
        var other = Samples.table(Map.of(
                "title", Samples.texts("lower", "lowest", "low", "low"),
                "body", Samples.texts("newer", "newest", "new", "new")));
        var featurizer = Featurizers.fit(spec(), other, input(), TRAIN);
        var reading = (Reading.Words) featurizer.reading(other, 1);
        assertThat(reading.words()).extracting(Reading.Word::text).contains("low", "new");
    }
}
