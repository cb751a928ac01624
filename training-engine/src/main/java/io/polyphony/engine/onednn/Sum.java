package io.polyphony.engine.onednn;

/** Numbers of two tensors of one layout, added up. */
public final class Sum {
    private Sum() {}

    /** @param extras done to each sum before it is written */
    public static Recipe of(Layout numbers, Extras extras) {
        return Recipe.made(
                "binary", Extras.PLUS, numbers.handle(), numbers.handle(), numbers.handle(), extras.handle());
    }
}
