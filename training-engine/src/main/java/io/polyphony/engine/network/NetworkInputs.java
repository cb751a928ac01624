package io.polyphony.engine.network;

import io.polyphony.engine.data.InputFeatures;
import io.polyphony.engine.data.InputLayout;
import io.polyphony.engine.data.InputSpec;
import io.polyphony.engine.program.Program;
import io.polyphony.engine.tensor.Tensor;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;

/** Fills a program's inputs with rows. */
public final class NetworkInputs {
    private final List<String> names;
    private final int batch;
    private final Variation variation;
    private final Program program;
    private final Map<String, List<Feed>> feeds = new LinkedHashMap<>();
    private final Tensor presence;
    private final float[] present;

    /** @param layouts by input, as the program was built for */
    public NetworkInputs(
            NetworkSpec spec, Map<String, InputLayout> layouts, Program program, int batch, Variation variation) {
        this.names = spec.inputs().stream().map(InputSpec::name).toList();
        this.batch = batch;
        this.variation = variation;
        this.program = program;
        this.presence = program.input(NetworkGraph.PRESENCE);
        this.present = new float[presence.size()];
        for (var name : names) {
            var layout = layouts.get(name);
            if (layout != null) {
                feeds.put(name, feeds(layout, program, variation));
            }
        }
    }

    private List<Feed> feeds(InputLayout layout, Program program, Variation variation) {
        var all = new ArrayList<Feed>();
        layout.blocks().forEach((block, shape) -> {
            var name = layout.qualified(block);
            if (!program.reads(name)) {
                return; // Only forecasts read the last known levels.
            }
            if (shape.codes()) {
                all.add(new Feed.Codes(block, program.codes(name), batch));
            } else {
                var target = program.input(name);
                var augmentations = variation.of(layout.input(), block);
                all.add(new Feed.Numbers(block, target, new float[target.size()], batch, augmentations));
            }
        });
        return all;
    }

    /**
     * Fills the inputs; places beyond the given rows are zero and absent.
     *
     * @param features by input
     * @param rows at most a batch
     * @param random the source of all variation
     */
    public void fill(Map<String, InputFeatures> features, int[] rows, RandomGenerator random) {
        Arrays.fill(present, 0f);
        for (int m = 0; m < names.size(); m++) {
            var name = names.get(m);
            var input = features.get(name);
            if (input == null) {
                continue; // The whole input is missing: absent in every row.
            }
            for (var feed : feeds.getOrDefault(name, List.of())) {
                feed.fill(input, rows, random);
            }
            for (int i = 0; i < rows.length; i++) {
                present[i * names.size() + m] = input.present()[rows[i]] ? 1f : 0f;
            }
        }
        var dropout = new ModalityDropout(variation.modalityDropout());
        for (int i = 0; i < rows.length && dropout.probability() > 0; i++) {
            dropout.apply(present, i * names.size(), (i + 1) * names.size(), random);
        }
        presence.write(0, present, 0, present.length);
        if (variation.mixup().mixes()) {
            mix(rows.length, random);
        }
    }

    /** Whether the network sees that input, by its place among all, in that place of the batch last filled in. */
    public boolean sees(int place, int input) {
        return present[place * names.size() + input] > 0;
    }

    private void mix(int rows, RandomGenerator random) {
        var mixup = variation.mixup();
        mixup.draw(present, rows, names.size(), random);
        System.arraycopy(mixup.partners(), 0, program.codes(NetworkGraph.PARTNERS), 0, batch);
        program.input(NetworkGraph.SHARES).write(0, mixup.shares(), 0, batch);
    }
}
