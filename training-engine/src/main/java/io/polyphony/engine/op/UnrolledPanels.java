package io.polyphony.engine.op;

import io.polyphony.engine.tensor.Call;
import io.polyphony.engine.tensor.Kernel;
import io.polyphony.engine.tensor.Shape;
import io.polyphony.engine.tensor.Tensor;
import java.util.Arrays;
import java.util.List;

/**
 * {@link Unrolled} in single precision, all rows of a step at once. Within a step the gates come one after the other, each
 * for all rows, so that every loop is long.
 */
final class UnrolledPanels implements Work {
    /** The product of a state and the recurrent weight, gate by gate. */
    static final String ECHO = "product_by_columns";

    private final Site site;
    private final PanelCell cell;
    private final boolean backwards;
    private final int batch;
    private final int time;
    private final int units;
    private final int gates;
    private final int size;
    private final float[] mask;
    private final float[] row;
    private final float[][] drive;
    private final float[][] echo;
    private final float[] state;
    private final float[] before;
    private final float[] slope;
    private final float[] upright;
    private final float[] turned;
    private final float[][] kept;
    private final Kernel[] ahead;
    private final Kernel[] back;
    private final Kernel learn;

    UnrolledPanels(Site site, PanelCell cell, int gates, int kept, boolean backwards) {
        this.site = site;
        this.cell = cell;
        this.gates = gates;
        this.backwards = backwards;
        batch = site.shape(0).extent(0);
        time = site.shape(0).extent(1);
        units = site.shape(1).extent(0);
        size = batch * units;
        mask = new float[batch * time];
        row = new float[gates * size];
        drive = new float[gates][size];
        echo = new float[gates][size];
        state = new float[size];
        before = new float[size];
        slope = new float[size];
        upright = new float[units * gates * units];
        turned = new float[upright.length];
        this.kept = new float[kept][size];
        ahead = new Kernel[time];
        back = new Kernel[site.facts().differentiated() ? time : 0];
        learn = site.wants(1) ? learn() : new Kernels(List.of());
        bind();
    }

    private void bind() {
        var weight = site.input(1);
        var turned = site.scratch(2);
        for (int s = 0; s < time; s++) {
            var listen = List.of(at(site.saved(0), s), weight);
            ahead[s] = site.kernel(Call.of(ECHO, listen, List.of(site.saved(2))));
            if (back.length > 0) {
                back[s] = MatMul.multiply(site, at(site.scratch(0), s), turned, site.scratch(1), false, false);
            }
        }
    }

    private Kernel learn() {
        var states = site.saved(0).view(0, Shape.of(time * batch, units));
        return MatMul.multiply(site, states, site.scratch(0), site.inputGradient(1), true, false);
    }

    /** Turned once for all steps: products with a weight read the other way round take twice as long. */
    private void turn() {
        int wide = gates * units;
        site.input(1).read(0, upright, 0, upright.length);
        for (int i = 0; i < units; i++) {
            for (int j = 0; j < wide; j++) {
                turned[j * units + i] = upright[i * wide + j];
            }
        }
        site.scratch(2).write(0, turned, 0, turned.length);
    }

    private Tensor at(Tensor all, int s) {
        var step = Shape.of(batch, all.shape().last());
        return all.view(s * step.size(), step);
    }

    @Override
    public void forward(Pass pass) {
        cell.reset();
        Arrays.fill(state, 0);
        site.input(2).read(0, mask, 0, mask.length);
        site.saved(0).write(0, state, 0, size);
        for (int s = 0; s < time; s++) {
            int t = moment(s);
            if (anyone(t)) {
                step(s, t);
            }
            site.saved(0).write((s + 1) * size, state, 0, size);
            for (int b = 0; b < batch; b++) {
                site.output().write((b * time + t) * units, state, b * units, units);
            }
        }
    }

    private void step(int s, int t) {
        ahead[s].run();
        for (int gate = 0; gate < gates; gate++) {
            site.saved(2).read(gate * size, echo[gate], 0, size);
        }
        int wide = gates * units;
        for (int b = 0; b < batch; b++) {
            site.input(0).read((b * time + t) * wide, row, b * wide, wide);
        }
        byGate(drive);
        System.arraycopy(state, 0, before, 0, size);
        cell.forward(drive, echo, state, kept);
        for (int b = 0; b < batch; b++) {
            if (mask[b * time + t] <= 0) {
                System.arraycopy(before, b * units, state, b * units, units);
                cell.undo(b * units, units);
            }
        }
        for (int i = 0; i < kept.length && back.length > 0; i++) {
            site.saved(1).write((s * kept.length + i) * size, kept[i], 0, size);
        }
    }

    @Override
    public void backward() {
        cell.reset();
        turn();
        Arrays.fill(state, 0);
        for (int s = time - 1; s >= 0; s--) {
            int t = moment(s);
            for (int b = 0; b < batch; b++) {
                site.outputGradient().read((b * time + t) * units, before, b * units, units);
            }
            Vectors.add(state, before, size);
            if (anyone(t)) {
                stepBack(s, t);
            } else {
                Arrays.fill(row, 0);
                site.scratch(0).write(s * row.length, row, 0, row.length);
                writeDrive(t);
            }
        }
        learn.run();
    }

    private void stepBack(int s, int t) {
        for (int i = 0; i < kept.length; i++) {
            site.saved(1).read((s * kept.length + i) * size, kept[i], 0, size);
        }
        site.saved(0).read(s * size, before, 0, size);
        System.arraycopy(state, 0, slope, 0, size);
        cell.backward(kept, before, state, drive, echo);
        for (int b = 0; b < batch; b++) {
            if (mask[b * time + t] <= 0) {
                sitOut(b * units);
            }
        }
        byRow(cell.alike() ? drive : echo);
        site.scratch(0).write(s * row.length, row, 0, row.length);
        back[s].run();
        site.scratch(1).read(0, before, 0, size);
        Vectors.add(state, before, size);
        if (!cell.alike()) {
            byRow(drive);
        }
        writeDrive(t);
    }

    /** A row that took no part hands its gradient on as it is. */
    private void sitOut(int at) {
        System.arraycopy(slope, at, state, at, units);
        for (int gate = 0; gate < gates; gate++) {
            Arrays.fill(drive[gate], at, at + units, 0);
            Arrays.fill(echo[gate], at, at + units, 0);
        }
        cell.undo(at, units);
    }

    /** From gates that each hold all rows to rows that each hold all gates. */
    private void byRow(float[][] panels) {
        for (int b = 0; b < batch; b++) {
            for (int gate = 0; gate < gates; gate++) {
                System.arraycopy(panels[gate], b * units, row, (b * gates + gate) * units, units);
            }
        }
    }

    /** The other way round. */
    private void byGate(float[][] panels) {
        for (int b = 0; b < batch; b++) {
            for (int gate = 0; gate < gates; gate++) {
                System.arraycopy(row, (b * gates + gate) * units, panels[gate], b * units, units);
            }
        }
    }

    private void writeDrive(int t) {
        int wide = gates * units;
        for (int b = 0; b < batch && site.wants(0); b++) {
            site.inputGradient(0).write((b * time + t) * wide, row, b * wide, wide);
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
