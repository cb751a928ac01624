package io.polyphony.engine.data;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.random.RandomGenerator;

/** Changes one row of a batch as the world might have, so that a network learns what does not matter. Used on train rows only. */
public interface Augmentation {

    /** What a ready-made network said is said, and what was summed up is no picture or sound. */
    Set<String> SUMMED_UP = Set.of(InputLayout.EMBEDDING, InputLayout.PATCHES, InputLayout.FUNCTIONALS);

    /** The dense block that it changes. */
    String block();

    /** Changes, in place, the row that begins at that offset. */
    void apply(float[] values, int offset, RandomGenerator random);

    /** The augmentations of an input, in the order in which they apply; none when their strength is 0. */
    static List<Augmentation> of(AugmentSpec spec, InputLayout layout) {
        if (!Collections.disjoint(layout.blocks().keySet(), SUMMED_UP)) {
            return List.of();
        }
        return switch (layout.modality()) {
            case TABULAR -> List.of();
            case TEXT -> spec.text() == 0 ? List.of() : List.of(TokenDropout.of(spec.text(), layout));
            case IMAGE -> ofPictures(spec, layout);
            case AUDIO -> ofSounds(spec, layout);
            // The past of a forecast goes on in its target, which noise would contradict.
            case SERIES ->
                spec.series() == 0
                                || !layout.blocks().containsKey(InputLayout.SERIES)
                                || layout.blocks().containsKey(InputLayout.LAST)
                        ? List.of()
                        : List.of(SeriesAugmentation.of(spec.series(), layout));
        };
    }

    private static List<Augmentation> ofSounds(AugmentSpec spec, InputLayout layout) {
        var all = new ArrayList<Augmentation>();
        if (spec.voices() > 0) {
            all.add(VoiceAugmentation.of(spec.voices(), layout));
        }
        if (spec.audio() > 0) {
            all.add(MelAugmentation.of(spec.audio(), layout));
        }
        return all;
    }

    private static List<Augmentation> ofPictures(AugmentSpec spec, InputLayout layout) {
        return spec.image() == 0 && spec.mirror() == Mirror.NONE
                ? List.of()
                : List.of(ImageAugmentation.of(spec, layout));
    }
}
