package io.polyphony.engine.loss;

/**
 * Cross-entropy that looks away from what is easy (Lin et al., ICCV 2017): (1 - p)^gamma times -log p, p the probability of
 * the true class. Two classes have one logit, more have one each.
 */
final class FocalLoss implements LossUpon {
    private final TaskLoss plain;
    private final double gamma;
    private final double[] classWeights;

    /**
     * @param gamma 0 is the plain cross-entropy; 2 in the paper
     * @param classWeights factor on rows of each class
     */
    FocalLoss(double gamma, double[] classWeights) {
        this.gamma = gamma;
        this.classWeights = classWeights.clone();
        this.plain = classWeights.length == 2
                ? new BinaryCrossEntropy(0, classWeights)
                : new SoftmaxCrossEntropy(0, classWeights);
    }

    @Override
    public TaskLoss plain() {
        return plain;
    }

    /**
     * The plain loss has the slope (p_j - [j is true]) weight / rows by each logit; the focal one is that times
     * (1 - p)^gamma - gamma p (1 - p)^(gamma - 1) log p.
     */
    @Override
    public double evaluate(float[] outputs, float[] labels, float[] mask, float[] gradient) {
        plain.evaluate(outputs, labels, mask, gradient);
        double present = TaskLoss.present(mask);
        double sum = 0;
        for (int row = 0; row < mask.length && present > 0; row++) {
            if (mask[row] > 0) {
                int label = (int) labels[row];
                double p = Math.max(1e-12, plain.answer(outputs, row)[label]);
                double rest = Math.max(1e-12, 1 - p);
                double focus = Math.pow(rest, gamma);
                sum -= mask[row] * classWeights[label] * focus * Math.log(p);
                scale(gradient, row, focus - gamma * p * focus / rest * Math.log(p));
            }
        }
        return present == 0 ? 0 : sum / present;
    }

    private void scale(float[] gradient, int row, double factor) {
        for (int i = row * width(); i < (row + 1) * width(); i++) {
            gradient[i] *= (float) factor;
        }
    }
}
