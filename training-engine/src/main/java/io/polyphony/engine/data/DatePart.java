package io.polyphony.engine.data;

import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;

/**
 * The numbers that a date becomes: how many days have passed, the year, and where it is in the year, the month's turn, the
 * week and the day, each as a point on a circle, so that December is next to January.
 */
public enum DatePart {
    DAYS,
    YEAR,
    MONTH_SINE,
    MONTH_COSINE,
    YEARDAY_SINE,
    YEARDAY_COSINE,
    WEEKDAY_SINE,
    WEEKDAY_COSINE,
    HOUR_SINE,
    HOUR_COSINE;

    private static final double SECONDS = 24 * 60 * 60;

    /** All, in order. */
    static List<DatePart> all() {
        return List.of(values());
    }

    /** Days after which it comes again; infinitely many where it never does. */
    double period() {
        return switch (this) {
            case DAYS, YEAR -> Double.POSITIVE_INFINITY;
            case MONTH_SINE, MONTH_COSINE, YEARDAY_SINE, YEARDAY_COSINE -> 365.25;
            case WEEKDAY_SINE, WEEKDAY_COSINE -> 7;
            case HOUR_SINE, HOUR_COSINE -> 1;
        };
    }

    /**
     * Whether anything comes again within so many days, twice at least, of which such steps show two places.
     *
     * @param step days from one date to the next
     */
    public static boolean recurs(double step, double days) {
        return all().stream().anyMatch(part -> 2 * step <= part.period() && 2 * part.period() <= days);
    }

    /** This number of a date. */
    public double of(LocalDateTime date) {
        double day = date.toLocalTime().toSecondOfDay() / SECONDS;
        return switch (this) {
            case DAYS -> date.toEpochSecond(ZoneOffset.UTC) / SECONDS;
            case YEAR -> date.getYear();
            case MONTH_SINE -> sine((date.getMonthValue() - 1) / 12.0);
            case MONTH_COSINE -> cosine((date.getMonthValue() - 1) / 12.0);
            case YEARDAY_SINE -> sine((date.getDayOfYear() - 1 + day) / 365.25);
            case YEARDAY_COSINE -> cosine((date.getDayOfYear() - 1 + day) / 365.25);
            case WEEKDAY_SINE -> sine((date.getDayOfWeek().getValue() - 1) / 7.0);
            case WEEKDAY_COSINE -> cosine((date.getDayOfWeek().getValue() - 1) / 7.0);
            case HOUR_SINE -> sine(day);
            case HOUR_COSINE -> cosine(day);
        };
    }

    private static double sine(double turn) {
        return Math.sin(2 * Math.PI * turn);
    }

    private static double cosine(double turn) {
        return Math.cos(2 * Math.PI * turn);
    }
}
