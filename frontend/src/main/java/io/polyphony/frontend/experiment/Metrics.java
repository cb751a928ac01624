package io.polyphony.frontend.experiment;

import io.polyphony.frontend.component.Numbers;

/** Metrics as people write them. */
public final class Metrics {
    private Metrics() {}

    /** "roc_auc" as "ROC-AUC". */
    public static String label(String metric) {
        return switch (metric) {
            case "roc_auc" -> "ROC-AUC";
            case "pr_auc" -> "PR-AUC";
            case "macro_f1" -> "macro F1";
            case "mae" -> "MAE";
            case "rmse" -> "RMSE";
            case "r2" -> "R²";
            case "mcc" -> "Matthews correlation";
            case "f1" -> "F1";
            case "weighted_f1" -> "weighted F1";
            case "brier" -> "Brier score";
            case "ece" -> "calibration error";
            case "mape" -> "MAPE";
            case "map" -> "mAP";
            case "map_50" -> "mAP at IoU 0.5";
            case "map_75" -> "mAP at IoU 0.75";
            case "arrmse" -> "average relative RMSE";
            case "iou" -> "IoU";
            case "dice" -> "Dice";
            case "micro_f1" -> "micro F1";
            case "micro_roc_auc" -> "micro ROC-AUC";
            case "micro_pr_auc" -> "micro PR-AUC";
            case "hamming_loss" -> "Hamming loss";
            case "poisson_deviance" -> "Poisson deviance";
            case "pinball_10" -> "pinball loss at 10 %";
            case "pinball_90" -> "pinball loss at 90 %";
            case "mse" -> "MSE";
            case "mase" -> "MASE";
            case "mse_first_step" -> "MSE of the first step";
            case "mse_last_step" -> "MSE of the last step";
            case "mse_naive" -> "MSE of repeating the past";
            default -> Numbers.words(metric).toLowerCase(java.util.Locale.ROOT);
        };
    }
}
