package io.polyphony.backend.experiment.space;

import static io.polyphony.hpo.space.Parameter.ordinal;

import io.polyphony.engine.data.Modality;
import io.polyphony.hpo.space.Assignment;
import io.polyphony.hpo.space.Parameter;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;

/**
 * To how many pixels a side pictures may be brought. Details decide where they are all that tells, and cost time and memory
 * where they do not, so that a search has both: few pixels first, and more where pictures have more. A stem keeps what
 * convolutions work on as small as it is for few pixels.
 */
final class ImageSizes {
    private static final int FEWEST = 16;
    /** Convolutions work on no more places per side than pictures of the usual size have. */
    private static final int GRID = 64;
    /** A step to less than an eighth more is none. */
    private static final double STEP = 1.125;
    /** What is drawn is as fine as what is seen. */
    private static final int DRAWN = 128;
    /** Pixels of all rows are held in memory, 4 bytes a channel; larger sizes are left out beyond. */
    private static final long MOST_BYTES = 768L << 20;

    private static final int LARGEST_STRIDE = 8;

    private ImageSizes() {}

    /** @param allowed sizes that a person or the platform allows, of which none is larger than the pictures are */
    static List<Parameter> parameters(DataFacts facts, List<String> allowed) {
        var sizes = sizes(facts, allowed);
        var parameters = new ArrayList<Parameter>();
        parameters.add(ordinal(
                Knobs.IMAGE_SIZE, sizes.stream().mapToLong(Integer::longValue).toArray()));
        if (!facts.tasks().draws() && sizes.getLast() > GRID) {
            parameters.add(ordinal(Knobs.IMAGE_GRID, GRID));
        }
        return parameters;
    }

    /** Ascending, at least one. */
    private static List<Integer> sizes(DataFacts facts, List<String> allowed) {
        int most = Math.max(FEWEST, facts.media().pixels());
        var wanted = allowed.stream().mapToInt(Integer::parseInt).sorted().toArray();
        if (facts.tasks().draws()) {
            return List.of(Math.min(most, drawn(wanted)));
        }
        var sizes = new ArrayList<Integer>();
        for (int size : wanted) {
            int next = Math.min(size, most);
            if (sizes.isEmpty() || next >= STEP * sizes.getLast() && fits(facts, next)) {
                sizes.add(next);
            }
        }
        return sizes;
    }

    /** The finest that is usual for masks and boxes, unless all that is allowed is finer. */
    private static int drawn(int... wanted) {
        int finest = wanted[0];
        for (int size : wanted) {
            finest = size <= DRAWN ? size : finest;
        }
        return finest;
    }

    private static boolean fits(DataFacts facts, int size) {
        long inputs = facts.modalities().stream()
                .filter(modality -> modality == Modality.IMAGE)
                .count();
        long channels = facts.media().channels() == 1 ? 1 : 3;
        return Float.BYTES * facts.rows() * inputs * channels * size * size <= MOST_BYTES;
    }

    /** The stride of the stem that brings an assignment's pictures to its grid. */
    static int stride(Assignment a) {
        int size = a.integer(Knobs.IMAGE_SIZE);
        long grid = a.integer(Knobs.IMAGE_GRID, size);
        return (int) LongStream.iterate(1, stride -> stride < LARGEST_STRIDE, stride -> 2 * stride)
                .filter(stride -> Math.ceilDiv(size, stride) <= grid)
                .findFirst()
                .orElse(LARGEST_STRIDE);
    }
}
