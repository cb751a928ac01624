package io.polyphony.engine.auxiliary;

import io.polyphony.engine.data.BlockLayout;
import io.polyphony.engine.data.InputLayout;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;

/** All that an autoencoder is to tell of one input. */
public record Targets(List<Target> parts) {
    /** Categories and tokens beyond share places. */
    private static final int PLACES = 256;
    /** Cells of a picture or spectrogram to either side. */
    private static final int CELLS = 8;
    /** Spans of a series. */
    private static final int SPANS = 16;

    public Targets {
        parts = List.copyOf(parts);
    }

    /**
     * The targets of an input.
     *
     * @param reads whether the input's encoder reads a block; what it has not seen nobody can tell
     */
    public static Targets of(InputLayout layout, Predicate<String> reads) {
        var parts = new ArrayList<Target>();
        layout.blocks().forEach((name, block) -> {
            if (reads.test(name)) {
                parts.addAll(part(name, block, reads));
            }
        });
        return new Targets(parts);
    }

    private static List<Target> part(String name, BlockLayout block, Predicate<String> reads) {
        int[] shape = block.shape();
        return switch (name) {
            case InputLayout.NUMBERS,
                    InputLayout.ROCKET,
                    InputLayout.PATCHES,
                    InputLayout.FUNCTIONALS,
                    InputLayout.EMBEDDING ->
                List.of(new Target.Numbers(name, block.size() - block.flagged().length, block.flagged()));
            case InputLayout.CODES ->
                List.of(new Target.Categories(
                        name,
                        Arrays.stream(block.cardinalities())
                                .map(size -> Math.min(size, PLACES))
                                .toArray()));
            case InputLayout.TOKENS ->
                reads.test(InputLayout.WEIGHTS)
                        ? List.of(new Target.Bag(name, InputLayout.WEIGHTS, block.size(), new int[] {
                            Math.min(block.cardinalities()[0], PLACES)
                        }))
                        : List.of();
            case InputLayout.PIXELS, InputLayout.MEL ->
                List.of(new Target.Grid(
                        name, shape[0], shape[1], shape[2], Math.min(CELLS, shape[0]), Math.min(CELLS, shape[1])));
            case InputLayout.SERIES ->
                reads.test(InputLayout.WEIGHTS)
                        ? List.of(new Target.Spans(
                                name, InputLayout.WEIGHTS, shape[0], shape[1], Math.min(SPANS, shape[0])))
                        : List.of();
            default -> List.of(); // Weights belong to what they weigh, and what is made of a series is in the series.
        };
    }

    /** How many numbers. */
    public int count() {
        return parts.stream().mapToInt(Target::count).sum();
    }

    /** Writes one row; {@code known} is 1 where there is something to be told. */
    void read(Blocks blocks, int row, float[] target, float[] known, int at) {
        int place = at;
        for (var part : parts) {
            part.read(blocks, row, target, known, place);
            place += part.count();
        }
    }
}
