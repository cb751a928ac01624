package io.polyphony.frontend.component;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Numbers as people read them; a dash stands for what is not known. */
public final class Numbers {
    private static final String NONE = "–";
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("d MMM yyyy, HH:mm z", Locale.ENGLISH);

    private Numbers() {}

    /** Four significant digits at most: 0.9312, 12.34, 1.2e-5. */
    public static String metric(@Nullable Double value) {
        if (value == null || value.isNaN()) {
            return NONE;
        }
        double size = Math.abs(value);
        if (Double.isInfinite(value) || size != 0 && (size < 1e-3 || size >= 1e6)) {
            return String.format(Locale.ROOT, "%.2e", value);
        }
        int digits = size >= 1000 ? 0 : size >= 100 ? 1 : size >= 10 ? 2 : size >= 1 ? 3 : 4;
        return String.format(Locale.ROOT, "%." + digits + "f", value);
    }

    /** The same with its sign, for what is more or less than something else. */
    public static String signed(double value) {
        return (value > 0 ? "+" : "") + metric(value).replaceFirst("^-", "−");
    }

    /** As short as it can be written: 10, 0.5. */
    public static String plain(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e15
                ? String.valueOf((long) value)
                : String.valueOf(value);
    }

    /** A chosen value: whole ones as they are, others as {@link #metric}. */
    public static String number(double value) {
        return value == Math.rint(value) ? plain(value) : metric(value);
    }

    public static String count(long value) {
        return String.format(Locale.ENGLISH, "%,d", value);
    }

    /** "1 row", "2,000 rows". */
    public static String of(long value, String thing) {
        return count(value) + " " + thing + (value == 1 ? "" : "s");
    }

    /** @param share 0 to 1 */
    public static String percent(double share) {
        if (share > 0 && share < 0.0005) {
            return "< 0.1 %";
        }
        return Double.isFinite(share)
                ? String.format(Locale.ROOT, share < 0.1 && share > 0 ? "%.1f %%" : "%.0f %%", share * 100)
                : NONE;
    }

    public static String bytes(long value) {
        if (value < 1000) {
            return value + " B";
        }
        int power = (int) Math.min(4, Math.log10(value) / 3);
        return String.format(Locale.ROOT, "%.1f %s", value / Math.pow(1000, power), "kMGT".charAt(power - 1) + "B");
    }

    public static String duration(@Nullable Duration duration) {
        if (duration == null || duration.isNegative()) {
            return NONE;
        }
        long seconds = duration.toSeconds();
        if (seconds < 60) {
            return seconds + " s";
        }
        return seconds < 3600
                ? "%d min %02d s".formatted(seconds / 60, seconds % 60)
                : "%d h %02d min".formatted(seconds / 3600, seconds / 60 % 60);
    }

    /** A moment in the server's time zone, which is named. */
    public static String moment(@Nullable Instant instant) {
        return instant == null ? NONE : MOMENT.format(instant.atZone(ZoneId.systemDefault()));
    }

    /** "5 min ago"; older than a week: the day. */
    public static String ago(@Nullable Instant instant, Instant now) {
        if (instant == null) {
            return NONE;
        }
        var age = Duration.between(instant, now);
        if (age.toSeconds() < 60) {
            return "just now";
        }
        if (age.toHours() < 1) {
            return age.toMinutes() + " min ago";
        }
        if (age.toDays() < 1) {
            return age.toHours() + " h ago";
        }
        return age.toDays() < 8
                ? age.toDays() + " d ago"
                : DateTimeFormatter.ISO_LOCAL_DATE.format(instant.atZone(ZoneId.systemDefault()));
    }

    /** A name of ours in words: "LOSS_WEIGHTING" and "lossWeighting" as "Loss weighting". Not for what users named. */
    public static String words(String name) {
        var plain = name.replaceAll("([a-z0-9])([A-Z])", "$1 $2")
                .replace('_', ' ')
                .replace('-', ' ')
                .toLowerCase(Locale.ROOT);
        return Spelling.of(name, sentence(plain));
    }

    /** The same text with a capital at its beginning. */
    public static String sentence(String text) {
        return text.isEmpty() ? text : Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }
}
