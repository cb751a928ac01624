package io.polyphony.frontend.trial;

import com.vaadin.flow.component.Component;
import io.polyphony.backend.trial.TaskDiagnosis;
import io.polyphony.engine.evaluation.Calibration;
import io.polyphony.engine.evaluation.ConfusionMatrix;
import io.polyphony.engine.evaluation.OperatingCurve;
import io.polyphony.engine.evaluation.Residuals;
import io.polyphony.engine.evaluation.StepErrors;
import io.polyphony.frontend.component.Bars;
import io.polyphony.frontend.component.Chart;
import io.polyphony.frontend.component.Numbers;
import io.polyphony.frontend.component.Panel;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Where a network is right and wrong, a card per view of it, each with a chart and a sentence. */
public final class DiagnosisCards {
    /** With more classes, cells can no longer be told apart. */
    private static final int CELLS = 40;

    private static final int MISTAKES = 12;

    /** So many curves are kept at most. */
    private static final int MOST_CURVES = 8;

    private final String task;
    private final String rows;
    private final List<Component> cards = new ArrayList<>();
    private final List<CurveChart> curves = new ArrayList<>();

    private DiagnosisCards(String task, String rows) {
        this.task = task;
        this.rows = rows;
    }

    /**
     * The cards of a task; none where nothing fits its type.
     *
     * @param rows which rows it was measured on, such as "validation rows"
     * @param thresholds from which probability on it says yes, by class or label, to be marked in the curves
     */
    public static DiagnosisCards of(TaskDiagnosis diagnosis, String rows, Map<String, Double> thresholds) {
        var cards = new DiagnosisCards(diagnosis.task(), rows);
        if (diagnosis.confusion() != null) {
            cards.confusion(diagnosis.confusion());
        }
        if (diagnosis.labels() != null) {
            cards.add(
                    "label by label",
                    "How well each label is told at its threshold",
                    LabelTable.of(diagnosis.task(), diagnosis.labels()));
        }
        if (diagnosis.curves() != null && !diagnosis.curves().isEmpty()) {
            cards.curves(diagnosis.curves(), thresholds);
        }
        if (diagnosis.calibration() != null && diagnosis.calibration().rows().length > 0) {
            cards.calibration(diagnosis.calibration());
        }
        if (diagnosis.steps() != null) {
            cards.steps(diagnosis.steps());
        }
        if (diagnosis.masks() != null) {
            cards.cards.add(new MaskPanel(diagnosis.task(), diagnosis.masks()));
        }
        if (diagnosis.components() != null) {
            cards.add(
                    "number by number",
                    "How well each number is told, in its own units",
                    ComponentTable.of(diagnosis.task(), diagnosis.components()));
        }
        if (diagnosis.boxes() != null) {
            cards.cards.add(new BoxPanel(diagnosis.task(), diagnosis.boxes()));
        }
        if (diagnosis.residuals() != null) {
            cards.residuals(diagnosis.residuals());
        }
        return cards;
    }

    /** The cards, in the order in which they are read. */
    public List<Component> all() {
        return List.copyOf(cards);
    }

    /**
     * Moves the points that mark thresholds.
     *
     * @param wanted those that somebody thinks of; the same as in force: none
     */
    public void mark(Map<String, Double> inForce, Map<String, Double> wanted) {
        curves.forEach(chart -> chart.mark(inForce, wanted));
    }

    private void add(String title, String note, Component content) {
        cards.add(new Panel("%s: %s".formatted(task, title), "%s, on %s.".formatted(note, rows)).with(content));
    }

    private void confusion(ConfusionMatrix matrix) {
        int classes = matrix.classes().size();
        if (classes > CELLS) {
            add(
                    "right and wrong",
                    "The most frequent mistakes: %d classes are too many for a matrix".formatted(classes),
                    mistakes(matrix));
            return;
        }
        add(
                "right and wrong",
                "Rows: the truth. Columns: what was said. Shades are shares of each row",
                Chart.told("Confusion matrix of " + task, Told.confusion(matrix), DiagnosisOption.confusion(matrix)));
    }

    private static Component mistakes(ConfusionMatrix matrix) {
        var mistakes = Told.mistakes(matrix);
        double most = mistakes.isEmpty() ? 1 : mistakes.getFirst().rows();
        return Bars.lying(
                mistakes.stream()
                        .map(mistake ->
                                new Bars.Bar(mistake.words(), mistake.rows() / most, Numbers.count(mistake.rows())))
                        .toList(),
                MISTAKES);
    }

    private void curves(List<OperatingCurve> curves, Map<String, Double> thresholds) {
        add(
                "found and false alarms",
                "Recall by false positive rate from every threshold on (ROC)" + whose(curves) + marked(thresholds),
                curve("ROC curve of " + task, Told.roc(curves), curves, CurvesOption::roc, thresholds));
        add(
                "precision and recall",
                "How many of those said to be there are, by how many of those there are found"
                        + whose(curves)
                        + marked(thresholds),
                curve(
                        "Precision-recall curve of " + task,
                        Told.precisionRecall(curves),
                        curves,
                        CurvesOption::precisionRecall,
                        thresholds));
    }

    private Component curve(
            String title,
            String words,
            List<OperatingCurve> shown,
            CurveChart.Option option,
            Map<String, Double> thresholds) {
        var chart = new CurveChart(title + ". " + words, shown, option);
        chart.mark(thresholds, thresholds);
        curves.add(chart);
        return chart.told(words);
    }

    private static String whose(List<OperatingCurve> curves) {
        return curves.size() < MOST_CURVES ? "" : ", for the %d most frequent".formatted(curves.size());
    }

    private static String marked(Map<String, Double> thresholds) {
        return thresholds.isEmpty() ? "" : "; the point is the threshold in force";
    }

    private void calibration(Calibration calibration) {
        add(
                "are probabilities what they say?",
                "How often what is said with a probability is true; on the dashed line it always is that often",
                Chart.told("Calibration of " + task, Told.calibration(calibration), CalibrationOption.of(calibration)));
    }

    private void steps(StepErrors steps) {
        add(
                "errors by step ahead",
                "Mean squared error in units of the column's deviation, beside repeating the past",
                Chart.told("Error of " + task + " by step ahead", Told.steps(steps), StepOption.of(steps)));
    }

    private void residuals(Residuals residuals) {
        add(
                "predicted and true",
                "Each point is a row",
                Chart.told(
                        "Predictions of " + task + " against the truth",
                        Told.scatter(residuals),
                        DiagnosisOption.scatter(residuals)));
        add(
                "errors",
                "How often the prediction is off by how much, in the target's units",
                Chart.told(
                        "Histogram of the errors of " + task,
                        Told.errors(residuals),
                        DiagnosisOption.errors(residuals)));
    }
}
