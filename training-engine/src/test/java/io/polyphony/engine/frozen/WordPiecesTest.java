package io.polyphony.engine.frozen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The examples are those of BERT's own tokenization_test.py. */
class WordPiecesTest {
    private static final List<String> VOCABULARY =
            List.of("[UNK]", "[CLS]", "[SEP]", "[PAD]", "want", "##want", "##ed", "wa", "un", "runn", "##ing", ",");

    private static WordPieces words(boolean lowercase, String... more) {
        var all = new ArrayList<>(VOCABULARY);
        all.addAll(List.of(more));
        return new WordPieces(all, lowercase);
    }

    @Test
    void words_are_split_into_the_longest_pieces_from_the_left() {
        assertThat(words(true).pieces("UNwant\u00E9d,running"))
                .containsExactly("un", "##want", "##ed", ",", "runn", "##ing");
        assertThat(words(true).pieces("unwantedX running")).containsExactly("[UNK]", "runn", "##ing");
        assertThat(words(true).pieces("")).isEmpty();
    }

    @Test
    void signs_and_ideographs_are_words_and_what_cannot_be_seen_is_none() {
        var words = words(true, "ah", "\u535A", "\u63A8", "zz", "hello", "!", "how", "are", "you", "?");
        assertThat(words.pieces("ah\u535A\u63A8zz")).containsExactly("ah", "\u535A", "\u63A8", "zz");
        assertThat(words.pieces(" \tHeLLo!how  \n Are yoU?  ")).containsExactly("hello", "!", "how", "are", "you", "?");
        assertThat(words.pieces("H\u00E9llo\u0000\uFFFD")).containsExactly("hello");
    }

    @Test
    void capitals_and_accents_are_kept_where_the_network_knows_them() {
        var words = words(false, "HeLLo", "H\u00E9llo");
        assertThat(words.pieces("HeLLo H\u00E9llo hello")).containsExactly("HeLLo", "H\u00E9llo", "[UNK]");
    }

    @Test
    void ids_have_a_begin_and_an_end_and_are_cut() {
        assertThat(words(true).ids("UNwant\u00E9d,running", 16)).containsExactly(1, 8, 5, 6, 11, 9, 10, 2);
        assertThat(words(true).ids("UNwant\u00E9d,running", 4)).containsExactly(1, 8, 5, 2);
        assertThat(words(true).padding()).isEqualTo(3);
    }

    @Test
    void another_kind_of_vocabulary_is_refused() {
        assertThatThrownBy(() -> new WordPieces(List.of("<s>", "</s>", "<unk>"), true))
                .hasMessageContaining("has 3 lines, but none is [UNK]")
                .hasMessageContaining("Maybe it is another kind of vocabulary");
    }
}
