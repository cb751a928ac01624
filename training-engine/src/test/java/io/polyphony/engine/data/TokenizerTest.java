package io.polyphony.engine.data;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TokenizerTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            I DON'T like it.        | i do n't like it .
            don\u2019t              | do n't
            It's great, we've 2!    | it 's great , we 've 2 !
            size 5.5 for $1,200     | size 5.5 for $ 1,200
            O'Neill's               | o'neill 's
            \u00dcber-cool na\u00efve caf\u00e9 | \u00fcber - cool na\u00efve caf\u00e9
            \u65e5\u672c ok         | \u65e5 \u672c ok
            \u0441\u043f\u0430\u0441\u0438\u0431\u043e | \u0441\u043f\u0430\u0441\u0438\u0431\u043e
            """)
    void splits(String text, String tokens) {
        assertThat(String.join(" ", Tokenizer.tokens(text))).isEqualTo(tokens);
    }

    @Test
    void nothing_gives_nothing() {
        assertThat(Tokenizer.tokens(" \n\t ")).isEmpty();
    }
}
