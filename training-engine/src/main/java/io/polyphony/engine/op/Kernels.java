package io.polyphony.engine.op;

import io.polyphony.engine.tensor.Call;
import io.polyphony.engine.tensor.Kernel;
import io.polyphony.engine.tensor.Shape;
import io.polyphony.engine.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;

/** Several kernels in a row, perhaps none. */
record Kernels(List<Kernel> kernels) implements Kernel {
    Kernels {
        kernels = List.copyOf(kernels);
    }

    @Override
    public void run() {
        // By number: an iterator would be garbage, many times per step.
        for (int i = 0; i < kernels.size(); i++) {
            kernels.get(i).run();
        }
    }

    /** Work that is nothing but kernels, the same in training and evaluation. */
    static Work work(List<Kernel> forward, List<Kernel> backward) {
        var ahead = new Kernels(forward);
        var back = new Kernels(backward);
        return new Work() {
            @Override
            public void forward(Pass pass) {
                ahead.run();
            }

            @Override
            public void backward() {
                back.run();
            }
        };
    }

    /** A function of every number by itself, by its name in the device's library; backward reads the input. */
    static Work curve(Site site, String name) {
        var x = site.input(0);
        var forward = List.of(site.kernel(Call.of(name, List.of(x), List.of(site.output()))));
        if (!site.facts().differentiated()) {
            return work(forward, List.of());
        }
        var backward =
                site.kernel(Call.of(name + "_bp", List.of(x, site.outputGradient()), List.of(site.inputGradient(0))));
        return work(forward, List.of(backward));
    }

    /** Places for the gradients that a library writes although nobody wants them. */
    static List<Shape> unwanted(Facts facts) {
        var shapes = new ArrayList<Shape>();
        for (int i = 0; i < facts.inputs().size(); i++) {
            if (!facts.wanted().get(i)) {
                shapes.add(facts.inputs().get(i));
            }
        }
        return shapes;
    }

    /** The gradients of all inputs, those that nobody wants in scratch. */
    static List<Tensor> gradients(Site site) {
        var gradients = new ArrayList<Tensor>();
        int unwanted = 0;
        for (int i = 0; i < site.facts().inputs().size(); i++) {
            gradients.add(site.wants(i) ? site.inputGradient(i) : site.scratch(unwanted++));
        }
        return gradients;
    }
}
