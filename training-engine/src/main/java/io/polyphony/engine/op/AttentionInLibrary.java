package io.polyphony.engine.op;

import io.polyphony.engine.tensor.Call;
import io.polyphony.engine.tensor.Kernel;
import io.polyphony.engine.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;

/** {@link Attention} by a library that knows it; the host turns the mask into what is added to scores. */
final class AttentionInLibrary implements Work {
    /** More than scores ever differ. */
    private static final float FAR = -1e30f;

    private final Site site;
    private final int batch;
    private final int members;
    private final float[] mask;
    private final boolean[] empty;
    private final Kernel ahead;
    private final Kernel back;

    AttentionInLibrary(Site site, int heads) {
        this.site = site;
        batch = site.shape(2).extent(0);
        members = site.shape(2).last();
        mask = new float[batch * members];
        empty = new boolean[batch];
        ahead = site.kernel(Call.of(
                        Attention.FAST,
                        List.of(site.input(0), site.input(1), site.saved(1)),
                        List.of(site.output(), site.saved(0)))
                .integers(heads));
        back = site.facts().differentiated() ? back(heads) : new Kernels(List.of());
    }

    private Kernel back(int heads) {
        int unwanted = 1;
        var gradients = new ArrayList<Tensor>(List.of(site.scratch(0)));
        for (int i = 0; i < 2; i++) {
            gradients.add(site.wants(i) ? site.inputGradient(i) : site.scratch(unwanted++));
        }
        var read = List.of(site.input(0), site.input(1), site.saved(0), site.outputGradient());
        return site.kernel(Call.of(Attention.FAST + "_bp", read, gradients).integers(heads));
    }

    @Override
    public void forward(Pass pass) {
        close();
        ahead.run();
        for (int b = 0; b < batch; b++) {
            if (empty[b]) {
                clear(site.output(), b);
                clear(site.saved(0), b);
            }
        }
    }

    private void close() {
        site.input(2).read(0, mask, 0, mask.length);
        for (int b = 0; b < batch; b++) {
            empty[b] = true;
            for (int i = b * members; i < (b + 1) * members; i++) {
                empty[b] &= mask[i] <= 0;
                mask[i] = mask[i] > 0 ? 0f : FAR;
            }
        }
        site.saved(1).write(0, mask, 0, mask.length);
    }

    private void clear(Tensor rows, int b) {
        int size = rows.size() / batch;
        rows.clear(b * size, size);
    }

    @Override
    public void backward() {
        back.run();
    }
}
