package io.polyphony.engine.training;

import io.polyphony.engine.auxiliary.AuxiliaryGraph;
import io.polyphony.engine.auxiliary.Blocks;
import io.polyphony.engine.auxiliary.Reconstruction;
import io.polyphony.engine.data.InputFeatures;
import io.polyphony.engine.data.InputLayout;
import io.polyphony.engine.data.Mixup;
import io.polyphony.engine.program.Program;
import io.polyphony.engine.tensor.Tensor;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/** What an autoencoder says of one input in a step, and what there was to be said: the input as the network saw it. */
final class ToldInput {
    private final Reconstruction loss;
    private final InputFeatures features;
    private final Mixup mixup;
    private final Map<Tensor, float[]> staged = new LinkedHashMap<>();
    private final Blocks seen;
    private final Tensor output;
    private final Tensor outputGradient;
    private final float[] told;
    private final float[] target;
    private final float[] known;
    private final float[] whole;
    private final float[] wholeKnown;
    private final float[] gradient;
    private int present;

    /** @param features of the train rows */
    ToldInput(Reconstruction loss, InputFeatures features, InputLayout layout, Program program, Mixup mixup) {
        this.loss = loss;
        this.features = features;
        this.mixup = mixup;
        this.seen = seen(layout, program);
        this.output = program.output(AuxiliaryGraph.told(layout.input()));
        this.outputGradient = program.outputGradient(AuxiliaryGraph.told(layout.input()));
        this.told = new float[output.size()];
        this.target = new float[output.size()];
        this.known = new float[output.size()];
        this.whole = new float[mixup.mixes() ? output.size() : 0];
        this.wholeKnown = new float[whole.length];
        this.gradient = new float[output.size()];
    }

    private Blocks seen(InputLayout layout, Program program) {
        var numbers = new LinkedHashMap<String, float[]>();
        var codes = new LinkedHashMap<String, int[]>();
        layout.blocks().forEach((block, shape) -> {
            var name = layout.qualified(block);
            if (program.reads(name) && shape.codes()) {
                codes.put(block, program.codes(name));
            } else if (program.reads(name)) {
                var tensor = program.input(name);
                numbers.put(block, staged.computeIfAbsent(tensor, _ -> new float[tensor.size()]));
            }
        });
        return new Blocks(numbers, codes);
    }

    /** After a forward run. */
    double evaluate(int[] rows) {
        staged.forEach((tensor, numbers) -> tensor.read(0, numbers, 0, numbers.length));
        output.read(0, told, 0, told.length);
        Arrays.fill(known, 0);
        present = 0;
        for (int place = 0; place < rows.length; place++) {
            if (features.present()[rows[place]]) {
                loss.read(seen, place, target, known, place * loss.count());
                present++;
            }
        }
        if (mixup.mixes()) {
            mix(rows.length);
        }
        return loss.evaluate(told, target, known, present, gradient);
    }

    /** Of mixed rows, what both of them have is told in the shares of their mixture. */
    private void mix(int rows) {
        System.arraycopy(target, 0, whole, 0, target.length);
        System.arraycopy(known, 0, wholeKnown, 0, known.length);
        int count = loss.count();
        for (int place = 0; place < rows; place++) {
            float share = mixup.shares()[place];
            int other = mixup.partners()[place] * count;
            for (int i = place * count; i < (place + 1) * count; i++, other++) {
                target[i] = share * whole[i] + (1 - share) * whole[other];
                known[i] = Math.min(wholeKnown[i], wholeKnown[other]);
            }
        }
    }

    /** Whether any row of the step has the input. */
    boolean present() {
        return present > 0;
    }

    /** Hands the gradient to the program, times the factor. */
    void send(double factor) {
        for (int i = 0; i < gradient.length; i++) {
            told[i] = (float) (factor * gradient[i]);
        }
        outputGradient.write(0, told, 0, told.length);
    }
}
