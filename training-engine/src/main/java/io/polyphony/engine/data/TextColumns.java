package io.polyphony.engine.data;

import java.util.ArrayList;
import java.util.List;

/** The text columns of an input, read side by side. */
record TextColumns(List<String> names) {

    /** Tokens per column of a row; a missing cell has none. */
    List<List<String>> tokens(Table table, int row) {
        var tokens = new ArrayList<List<String>>();
        for (var name : names) {
            var text = Labels.text(table.column(name), row, name);
            tokens.add(text == null ? List.of() : Tokenizer.tokens(text));
        }
        return tokens;
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
