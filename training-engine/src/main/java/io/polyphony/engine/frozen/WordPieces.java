package io.polyphony.engine.frozen;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Texts as the BERT family reads them: words and signs, each in the longest pieces that the vocabulary has, from the left
 * (WordPiece: Wu et al. 2016; Devlin et al., NAACL 2019).
 */
final class WordPieces {
    private static final String UNKNOWN = "[UNK]";
    private static final String BEGIN = "[CLS]";
    private static final String END = "[SEP]";
    private static final String PADDING = "[PAD]";
    /** Longer words are no words. */
    private static final int LONGEST = 100;

    private final Map<String, Integer> places = new HashMap<>();
    private final boolean lowercase;

    /**
     * @param vocabulary what vocab.txt has, line by line; the number of a line is the id
     * @param lowercase whether the network was trained on small letters without accents
     * @throws IllegalArgumentException if it is another kind of vocabulary
     */
    WordPieces(List<String> vocabulary, boolean lowercase) {
        this.lowercase = lowercase;
        for (int id = 0; id < vocabulary.size(); id++) {
            places.put(vocabulary.get(id), id);
        }
        for (var sign : List.of(UNKNOWN, BEGIN, END, PADDING)) {
            if (!places.containsKey(sign)) {
                throw new IllegalArgumentException(
                        "The vocabulary has %d lines, but none is %s.%nMaybe it is another kind of vocabulary: what is read is the vocab.txt of WordPiece, as the BERT family has it."
                                .formatted(vocabulary.size(), sign));
            }
        }
    }

    /** What fills the places behind a text. */
    long padding() {
        return place(PADDING);
    }

    /** The ids of a text with its begin and its end, at most so many; the rest is cut off. */
    long[] ids(String text, int most) {
        var ids = new ArrayList<Integer>();
        ids.add(place(BEGIN));
        for (var piece : pieces(text)) {
            if (ids.size() < most - 1) {
                ids.add(place(piece));
            }
        }
        ids.add(place(END));
        return ids.stream().mapToLong(Integer::longValue).toArray();
    }

    /** The pieces of a text; those within a word begin with ##. */
    List<String> pieces(String text) {
        var pieces = new ArrayList<String>();
        for (var word : spaced(text).strip().split("\\s+")) {
            for (var part : apart(lowercase ? plain(word) : word)) {
                pieces.addAll(longest(part));
            }
        }
        return pieces;
    }

    private int place(String piece) {
        return places.getOrDefault(piece, places.getOrDefault(UNKNOWN, 0));
    }

    /** Without what cannot be seen, and with blanks around ideographs, each of which is a word. */
    private static String spaced(String text) {
        var out = new StringBuilder();
        text.codePoints().forEach(c -> {
            if (Character.isWhitespace(c) || Character.getType(c) == Character.SPACE_SEPARATOR) {
                out.append(' ');
            } else if (isIdeograph(c)) {
                out.append(' ').appendCodePoint(c).append(' ');
            } else if (c != 0xFFFD && !isControl(c)) {
                out.appendCodePoint(c);
            }
        });
        return out.toString();
    }

    private static boolean isControl(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.PRIVATE_USE,
                    Character.SURROGATE,
                    Character.UNASSIGNED -> true;
            default -> false;
        };
    }

    /** The blocks that BERT's own tokenizer names. */
    private static boolean isIdeograph(int c) {
        return c >= 0x4E00 && c <= 0x9FFF
                || c >= 0x3400 && c <= 0x4DBF
                || c >= 0x20000 && c <= 0x2CEAF
                || c >= 0xF900 && c <= 0xFAFF
                || c >= 0x2F800 && c <= 0x2FA1F;
    }

    private static String plain(String word) {
        return Normalizer.normalize(word.toLowerCase(Locale.ROOT), Normalizer.Form.NFD)
                .replaceAll("\\p{Mn}", "");
    }

    /** Each sign is a word of its own. */
    private static List<String> apart(String word) {
        var parts = new ArrayList<String>();
        var part = new StringBuilder();
        word.codePoints().forEach(c -> {
            if (isSign(c)) {
                flush(part, parts);
                parts.add(Character.toString(c));
            } else {
                part.appendCodePoint(c);
            }
        });
        flush(part, parts);
        return parts;
    }

    private static void flush(StringBuilder part, List<String> parts) {
        if (!part.isEmpty()) {
            parts.add(part.toString());
            part.setLength(0);
        }
    }

    /** Punctuation, and what else stands on an American keyboard beside letters and digits. */
    private static boolean isSign(int c) {
        return c > 32 && c < 127 && !Character.isLetterOrDigit(c)
                || Character.toString(c).matches("\\p{P}");
    }

    private List<String> longest(String word) {
        var pieces = new ArrayList<String>();
        int from = 0;
        while (from < word.length()) {
            int to = word.length() > LONGEST ? from : word.length();
            while (to > from && !places.containsKey(piece(word, from, to))) {
                to--;
            }
            if (to == from) {
                return List.of(UNKNOWN);
            }
            pieces.add(piece(word, from, to));
            from = to;
        }
        return pieces;
    }

    private static String piece(String word, int from, int to) {
        return (from > 0 ? "##" : "") + word.substring(from, to);
    }
}
