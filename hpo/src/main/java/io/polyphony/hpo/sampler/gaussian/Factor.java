package io.polyphony.hpo.sampler.gaussian;

import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.factory.LinearSolverFactory_DDRM;
import org.ejml.dense.row.linsol.chol.LinearSolverChol_DDRM;

/** The Cholesky factor of a covariance matrix and what is read off it. */
final class Factor {

    private final LinearSolverChol_DDRM solver;
    private final double[] lower;
    private final int size;

    /** Takes the matrix over: it holds the factor afterwards. A diagonal that is too small is raised until the factor exists. */
    Factor(DMatrixRMaj covariance) {
        this.size = covariance.numRows;
        this.solver = (LinearSolverChol_DDRM) LinearSolverFactory_DDRM.chol(size);
        double jitter = 1e-9;
        DMatrixRMaj attempt = covariance.copy();
        while (!solver.setA(attempt)) {
            attempt = covariance.copy();
            for (int i = 0; i < size; i++) {
                attempt.add(i, i, jitter);
            }
            jitter *= 10;
        }
        this.lower = solver.getDecomposition().getT(null).data;
    }

    /** The covariance's inverse times the vector. */
    double[] solve(double[] vector) {
        var answer = new DMatrixRMaj(size, 1);
        solver.solve(DMatrixRMaj.wrap(size, 1, vector.clone()), answer);
        return answer.data;
    }

    DMatrixRMaj inverse() {
        var inverse = new DMatrixRMaj(size, size);
        solver.invert(inverse);
        return inverse;
    }

    /** Half the logarithm of the determinant. */
    double halfLogDeterminant() {
        double sum = 0;
        for (int i = 0; i < size; i++) {
            sum += Math.log(lower[i * size + i]);
        }
        return sum;
    }

    /** The squared length of the lower triangle's inverse times the vector, which is overwritten. */
    double quadratic(double[] vector) {
        double sum = 0;
        for (int i = 0, row = 0; i < size; i++, row += size) {
            double rest = vector[i];
            for (int j = 0; j < i; j++) {
                rest -= lower[row + j] * vector[j];
            }
            vector[i] = rest / lower[row + i];
            sum += vector[i] * vector[i];
        }
        return sum;
    }
}
