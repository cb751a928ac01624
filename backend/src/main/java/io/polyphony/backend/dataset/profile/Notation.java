package io.polyphony.backend.dataset.profile;

import java.util.regex.Pattern;

/**
 * Tells content that is written without blanks, such as molecules (SMILES), sequences of bases or amino acids and made-up words, from names of
 * rows: names are short, or alike in length and with digits. Addresses of pages, persons and files lead somewhere and are no content.
 */
final class Notation {
    private static final int LONGEST_ADDRESS = 500;
    private static final double LONG = 12;
    private static final double SPREAD = 0.25;
    private static final double MOSTLY = 0.98;
    private static final Pattern ADDRESS =
            Pattern.compile("[A-Za-z]+://.*|www\\..*|[^@]+@[^@]+\\.[A-Za-z]+|.*/.*\\.\\w{1,5}");
    private static final Pattern LETTERS = Pattern.compile("[\\p{L}*-]+");
    private long cells;
    private double characters;
    private double squares;
    private long addresses;
    private long letters;

    void cell(String cell) {
        cells++;
        characters += cell.length();
        squares += (double) cell.length() * cell.length();
        addresses += cell.length() <= LONGEST_ADDRESS && ADDRESS.matcher(cell).matches() ? 1 : 0;
        letters += LETTERS.matcher(cell).matches() ? 1 : 0;
    }

    /** Whether cells that are different single words in every row are content. */
    boolean isContent() {
        if (cells == 0 || 2 * addresses >= cells) {
            return false;
        }
        var mean = characters / cells;
        var spread = Math.sqrt(Math.max(0, squares / cells - mean * mean)) / mean;
        return mean >= LONG && (spread >= SPREAD || letters >= MOSTLY * cells);
    }
}
