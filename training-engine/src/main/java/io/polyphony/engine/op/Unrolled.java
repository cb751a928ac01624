package io.polyphony.engine.op;

import io.polyphony.engine.tensor.Kernel;
import io.polyphony.engine.tensor.Shape;
import io.polyphony.engine.tensor.Tensor;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A recurrent network over drive [batch, time, gates * units] with a recurrent weight [units, gates * units] and mask
 * [batch, time]; its states are [batch, time, units]. One matrix product per step of time; a row whose mask is 0 keeps its
 * state, so that padding on either side does not matter, and steps in which no row takes part cost next to nothing.
 */
final class Unrolled implements Work {
    private final Site site;
    private final Cell cell;
    private final boolean backwards;
    private final int batch;
    private final int time;
    private final int units;
    private final int wide;
    private final double[] mask;
    private final double[] drive;
    private final double[] echo;
    private final double[] state;
    private final double[] before;
    private final double[] kept;
    private final Kernel[] ahead;
    private final Kernel[] back;
    private final Kernel[] learn;

    Unrolled(Site site, Cell cell, boolean backwards) {
        this.site = site;
        this.cell = cell;
        this.backwards = backwards;
        batch = site.shape(0).extent(0);
        time = site.shape(0).extent(1);
        units = site.shape(1).extent(0);
        wide = cell.gates() * units;
        mask = new double[batch * time];
        drive = new double[batch * wide];
        echo = new double[batch * wide];
        state = new double[batch * units];
        before = new double[batch * units];
        kept = new double[batch * cell.kept() * units];
        ahead = new Kernel[time];
        back = new Kernel[site.facts().differentiated() ? time : 0];
        learn = new Kernel[site.wants(1) ? 1 : 0];
        bind();
    }

    static Shape shape(String name, int gates, List<Shape> inputs) {
        var drive = inputs.get(0);
        var weight = inputs.get(1);
        ShapeMismatch.unless(
                drive.rank() == 3
                        && weight.rank() == 2
                        && weight.last() == gates * weight.extent(0)
                        && drive.last() == weight.last()
                        && inputs.get(2).equals(Shape.of(drive.extent(0), drive.extent(1))),
                name,
                inputs,
                "drive [batch, time, %d n], weight [n, %d n] and mask [batch, time]".formatted(gates, gates));
        return drive.withLast(weight.extent(0));
    }

    /** States before each step and after the last, what the cell keeps, one step's echo; by time, then row. */
    static List<Shape> saved(Facts facts, int perUnit) {
        int batch = facts.inputs().get(0).extent(0);
        int time = facts.inputs().get(0).extent(1);
        int units = facts.inputs().get(1).extent(0);
        return List.of(
                Shape.of((time + 1) * batch, units),
                Shape.of((facts.differentiated() ? time : 1) * batch, perUnit * units),
                Shape.of(batch, facts.inputs().get(1).last()));
    }

    /** Gradients of all echoes and of one state, and the weight turned round. */
    static List<Shape> scratch(Facts facts) {
        var drive = facts.inputs().get(0);
        int units = facts.inputs().get(1).extent(0);
        return List.of(
                Shape.of(drive.extent(1) * drive.extent(0), drive.last()),
                Shape.of(drive.extent(0), units),
                Shape.of(drive.last(), units));
    }

    static long flops(List<Shape> inputs) {
        return 2L * inputs.get(0).size() * inputs.get(1).extent(0);
    }

    /** One step of the twin: the states after it, from those before and the drive of the moment. */
    interface TwinStep {
        List<String> next(Twin inner, List<String> states, String drive);
    }

    /** The same as ONNX: a walk along time, in which rows whose mask is 0 keep their states. */
    static String onnx(Twin twin, int states, boolean backwards, TwinStep step) {
        var zeros = twin.filled(twin.input(0), 0, twin.shape(1).extent(0));
        var sequences = List.of(twin.input(0), twin.input(2));
        return twin.scan(Collections.nCopies(states, zeros), sequences, backwards, (inner, before, moment) -> {
            var open = inner.widened(inner.positive(moment.get(1)), 1);
            var after = step.next(inner, before, moment.get(0));
            return IntStream.range(0, states)
                    .mapToObj(i -> inner.where(open, after.get(i), before.get(i)))
                    .toList();
        });
    }

    private void bind() {
        var weight = site.input(1);
        for (int s = 0; s < time; s++) {
            ahead[s] = MatMul.multiply(site, at(site.saved(0), s), weight, site.saved(2), false, false);
            if (back.length > 0) {
                back[s] = MatMul.multiply(site, at(site.scratch(0), s), weight, site.scratch(1), false, true);
            }
        }
        if (learn.length > 0) {
            var states = site.saved(0).view(0, Shape.of(time * batch, units));
            learn[0] = MatMul.multiply(site, states, site.scratch(0), site.inputGradient(1), true, false);
        }
    }

    private Tensor at(Tensor all, int s) {
        var step = Shape.of(batch, all.shape().last());
        return all.view(s * step.size(), step);
    }

    @Override
    public void forward(Pass pass) {
        cell.reset();
        Arrays.fill(state, 0);
        site.input(2).read(0, mask, mask.length);
        site.saved(0).write(0, state, state.length);
        for (int s = 0; s < time; s++) {
            int t = moment(s);
            if (anyone(t)) {
                ahead[s].run();
                step(s, t);
            }
            site.saved(0).write((s + 1) * state.length, state, state.length);
            for (int b = 0; b < batch; b++) {
                site.output().write((b * time + t) * units, state, b * units, units);
            }
        }
    }

    private void step(int s, int t) {
        site.saved(2).read(0, echo, echo.length);
        for (int b = 0; b < batch; b++) {
            if (mask[b * time + t] > 0) {
                site.input(0).read((b * time + t) * wide, drive, b * wide, wide);
                cell.forward(b, drive, echo, state, kept);
            }
        }
        if (back.length > 0) {
            site.saved(1).write(s * kept.length, kept, kept.length);
        }
    }

    @Override
    public void backward() {
        cell.reset();
        Arrays.fill(state, 0);
        site.input(2).read(0, mask, mask.length);
        for (int s = time - 1; s >= 0; s--) {
            int t = moment(s);
            for (int b = 0; b < batch; b++) {
                addSlope(b, t);
            }
            Arrays.fill(drive, 0);
            Arrays.fill(echo, 0);
            if (anyone(t)) {
                stepBack(s, t);
            } else {
                site.scratch(0).write(s * echo.length, echo, echo.length);
            }
            for (int b = 0; b < batch && site.wants(0); b++) {
                site.inputGradient(0).write((b * time + t) * wide, drive, b * wide, wide);
            }
        }
        for (var kernel : learn) {
            kernel.run();
        }
    }

    private void addSlope(int b, int t) {
        site.outputGradient().read((b * time + t) * units, before, b * units, units);
        for (int i = b * units; i < (b + 1) * units; i++) {
            state[i] += before[i];
        }
    }

    private void stepBack(int s, int t) {
        site.saved(1).read(s * kept.length, kept, kept.length);
        site.saved(0).read(s * before.length, before, before.length);
        for (int b = 0; b < batch; b++) {
            if (mask[b * time + t] > 0) {
                cell.backward(b, kept, before, state, drive, echo);
            }
        }
        site.scratch(0).write(s * echo.length, echo, echo.length);
        back[s].run();
        site.scratch(1).read(0, before, before.length);
        for (int i = 0; i < state.length; i++) {
            state[i] += before[i];
        }
    }

    private int moment(int s) {
        return backwards ? time - 1 - s : s;
    }

    private boolean anyone(int t) {
        for (int b = 0; b < batch; b++) {
            if (mask[b * time + t] > 0) {
                return true;
            }
        }
        return false;
    }
}
