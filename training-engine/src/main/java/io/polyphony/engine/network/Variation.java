package io.polyphony.engine.network;

import io.polyphony.engine.data.AugmentSpec;
import io.polyphony.engine.data.Augmentation;
import io.polyphony.engine.data.InputLayout;
import io.polyphony.engine.data.Leeway;
import io.polyphony.engine.data.Mixup;
import io.polyphony.engine.data.Movements;
import io.polyphony.engine.data.SceneAugmentation;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How rows are varied in training.
 *
 * @param augmentations by input
 * @param modalityDropout probability that a row loses an input
 * @param mixup which rows are mixed
 */
public record Variation(Map<String, List<Augmentation>> augmentations, double modalityDropout, Mixup mixup) {

    /** Rows as they are. */
    public static final Variation NONE = new Variation(Map.of(), 0, new Mixup(0, 0));

    public Variation {
        augmentations = Map.copyOf(augmentations);
    }

    /** The variation of these inputs. */
    public static Variation of(AugmentSpec spec, Collection<InputLayout> layouts, double modalityDropout, Mixup mixup) {
        var augmentations = new LinkedHashMap<String, List<Augmentation>>();
        for (var layout : layouts) {
            augmentations.put(layout.input(), Augmentation.of(spec, layout));
        }
        return new Variation(augmentations, modalityDropout, mixup);
    }

    /**
     * The same, but the pictures of that input are moved so that masks and boxes can follow.
     *
     * @param leeway how far
     */
    public Variation withScenes(AugmentSpec spec, InputLayout layout, Movements movements, Leeway leeway) {
        var all = new LinkedHashMap<>(augmentations);
        all.put(
                layout.input(),
                spec.image() == 0 ? List.of() : List.of(SceneAugmentation.of(spec.image(), layout, movements, leeway)));
        return new Variation(all, modalityDropout, mixup);
    }

    List<Augmentation> of(String input, String block) {
        return augmentations.getOrDefault(input, List.of()).stream()
                .filter(augmentation -> augmentation.block().equals(block))
                .toList();
    }
}
