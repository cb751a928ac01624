package io.polyphony.engine.data;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Text to words, numbers and punctuation marks in lower case. A contraction is split as in the Penn Treebank ("don't" is "do" "n't", "it's" is "it" "'s"), so that
 * a negation is one word wherever it occurs; scripts written without spaces give one token per character.
 */
final class Tokenizer {

    private static final Pattern TOKEN = Pattern.compile(
            "[\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}\\p{IsThai}]" // written without spaces
                    + "|[\\p{L}&&[^\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}\\p{IsThai}]][\\p{L}\\p{M}&&[^\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}\\p{IsThai}]]*(?:'\\p{L}+)*"
                    + "|\\p{N}+(?:[.,]\\p{N}+)*"
                    + "|[^\\s\\p{L}\\p{N}]");

    private static final Set<String> SUFFIXES = Set.of("'s", "'m", "'d", "'re", "'ve", "'ll");

    private Tokenizer() {}

    static List<String> tokens(String text) {
        var plain = Normalizer.normalize(text, Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT)
                .replace('\u2019', '\'');
        var tokens = new ArrayList<String>();
        var matcher = TOKEN.matcher(plain);
        while (matcher.find()) {
            addSplit(matcher.group(), tokens);
        }
        return tokens;
    }

    private static void addSplit(String word, List<String> tokens) {
        var apostrophe = word.lastIndexOf('\'');
        if (word.endsWith("n't") && word.length() > 3) {
            tokens.add(word.substring(0, word.length() - 3));
            tokens.add("n't");
        } else if (apostrophe > 0 && SUFFIXES.contains(word.substring(apostrophe))) {
            tokens.add(word.substring(0, apostrophe));
            tokens.add(word.substring(apostrophe));
        } else {
            tokens.add(word);
        }
    }
}
