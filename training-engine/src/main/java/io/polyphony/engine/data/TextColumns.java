package io.polyphony.engine.data;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;

/**
 * The text columns of an input, read side by side.
 *
 * @param spelled which of them are read character by character, since their cells are written without blanks and hardly ever the same:
 *     molecules, sequences of bases, names, addresses of pages. What words they have hardly ever come again
 */
record TextColumns(List<String> names, List<String> spelled) {
    private static final int FEWEST_ROWS = 20;
    private static final double MOST_BLANKS = 0.05;
    private static final double MOST_SAME = 0.5;
    /** So that what a cell begins and ends with is told from the same characters within it. */
    private static final String EDGE = " ";

    TextColumns {
        names = List.copyOf(names);
        // What was fitted before columns were spelled reads words.
        spelled = List.copyOf(Objects.requireNonNullElse(spelled, List.of()));
    }

    /** Words of every column. */
    TextColumns(List<String> names) {
        this(names, List.of());
    }

    static TextColumns fit(Table table, List<String> names, int[] rows) {
        return new TextColumns(
                names,
                names.stream()
                        .filter(name -> isSpelled(table.column(name), name, rows))
                        .toList());
    }

    private static boolean isSpelled(Column column, String name, int[] rows) {
        var different = new HashSet<String>();
        var present = 0;
        var blanks = 0;
        for (var row : rows) {
            var text = Labels.text(column, row, name);
            if (text != null && !text.isBlank()) {
                present++;
                blanks += text.strip().chars().anyMatch(Character::isWhitespace) ? 1 : 0;
                different.add(text);
            }
        }
        return present >= FEWEST_ROWS && blanks < MOST_BLANKS * present && different.size() > MOST_SAME * present;
    }

    boolean isSpelled(int column) {
        return spelled.contains(names.get(column));
    }

    /** Tokens per column of a row; a missing cell has none. */
    List<List<String>> tokens(Table table, int row) {
        var tokens = new ArrayList<List<String>>();
        for (var name : names) {
            var text = Labels.text(table.column(name), row, name);
            tokens.add(text == null ? List.of() : spelled.contains(name) ? characters(text) : Tokenizer.tokens(text));
        }
        return tokens;
    }

    /** In the case they are written in, by which molecules tell aromatic atoms from others. */
    private static List<String> characters(String text) {
        if (text.isBlank()) {
            return List.of();
        }
        var characters = new ArrayList<String>();
        characters.add(EDGE);
        text.strip().codePoints().forEach(character -> characters.add(Character.toString(character)));
        characters.add(EDGE);
        return characters;
    }

    /** What is there of a row's texts, one after the other; empty where there is none. */
    String joined(Table table, int row) {
        var there = new ArrayList<String>();
        for (var name : names) {
            var text = Labels.text(table.column(name), row, name);
            if (text != null && !text.isBlank()) {
                there.add(text);
            }
        }
        return String.join(" ", there);
    }

    /** A hash that is the same on every machine and in every version, with its bits well mixed (MurmurHash3's finaliser). */
    static int hash(String term) {
        var h = term.hashCode();
        h = (h ^ (h >>> 16)) * 0x85ebca6b;
        h = (h ^ (h >>> 13)) * 0xc2b2ae35;
        return h ^ (h >>> 16);
    }
}
