package io.polyphony.engine.encoder;

import io.polyphony.engine.layer.ConvolutionStack;

/** What an encoder of pictures says of its last map. */
public enum ReadOut {
    /** The mean over the picture: as He 2016, and small. */
    MEAN,
    /**
     * At most 4 x 4 cells side by side. Group normalisation makes the means of all pictures alike, so that little is left for what comes
     * after it to learn from; and a mean forgets where things are, which small data cannot afford.
     */
    GRID;

    /** Most cells per side of a grid. */
    public static final int CELLS = ConvolutionStack.CELLS;
}
