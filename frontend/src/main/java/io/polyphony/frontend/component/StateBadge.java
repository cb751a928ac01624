package io.polyphony.frontend.component;

import com.vaadin.flow.component.html.Span;

/** A state in one word and one colour; the colour never stands alone. */
public final class StateBadge extends Span {
    /** @param state a state's constant of any feature */
    public StateBadge(Enum<?> state) {
        addClassName("state");
        addClassName(tone(state.name()));
        setText(Numbers.words(state.name()));
    }

    private static String tone(String state) {
        return switch (state) {
            case "RUNNING", "IMPORTING" -> "running";
            case "COMPLETED", "READY" -> "good";
            case "PAUSED", "PRUNED", "WAITING" -> "warn";
            case "FAILED", "DIVERGED" -> "bad";
            default -> "idle";
        };
    }
}
