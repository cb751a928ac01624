package io.polyphony.engine.data;

/**
 * What a picture [height, width, channels] says in each ninth of it: how much of each word there is, and how much of its negative,
 * beyond a threshold; mean and deviation of every channel. And how often each colour is on the whole picture.
 */
record PatchSums(Patches patches, PatchWords words) {
    /** Parts of a picture along each side. */
    static final int CELLS = 3;

    /** Weaker likeness is none. */
    private static final float THRESHOLD = 0.25f;
    /** Levels of a channel by which colours are told apart, a deviation each. */
    private static final int LEVELS = 4;

    int features() {
        int colours = (int) Math.pow(LEVELS, patches.channels());
        return CELLS * CELLS * 2 * (words.words() + patches.channels()) + colours;
    }

    /** Which part of the picture each feature tells of, line by line; -1 for all of it. */
    int[] parts() {
        var parts = new int[features()];
        int perWords = 2 * words.words();
        int ofWords = CELLS * CELLS * perWords;
        int perLight = 2 * patches.channels();
        int ofLight = CELLS * CELLS * perLight;
        for (int i = 0; i < parts.length; i++) {
            parts[i] = i < ofWords ? i / perWords : i < ofWords + ofLight ? (i - ofWords) / perLight : -1;
        }
        return parts;
    }

    /** Writes the features of the picture that begins there. */
    void write(float[] pixels, int offset, float[] target, int at) {
        sumWords(pixels, offset, target, at);
        int next = at + CELLS * CELLS * 2 * words.words();
        sumLight(pixels, offset, target, next);
        countColours(pixels, offset, target, next + CELLS * CELLS * 2 * patches.channels());
    }

    private void sumWords(float[] pixels, int offset, float[] target, int at) {
        int down = patches.down();
        int across = patches.across();
        var patch = new float[patches.length()];
        var answers = new float[words.words()];
        for (int top = 0; top < down; top++) {
            for (int left = 0; left < across; left++) {
                patches.read(pixels, offset, top, left, patch);
                words.answer(patch, answers);
                int cell = cell(top, down) * CELLS + cell(left, across);
                float share = 1f / (span(top, down) * span(left, across));
                addBeyond(answers, share, target, at + cell * 2 * answers.length);
            }
        }
    }

    private static void addBeyond(float[] answers, float share, float[] target, int at) {
        for (int k = 0; k < answers.length; k++) {
            target[at + k] += share * Math.max(0, answers[k] - THRESHOLD);
            target[at + answers.length + k] += share * Math.max(0, -answers[k] - THRESHOLD);
        }
    }

    private void sumLight(float[] pixels, int offset, float[] target, int at) {
        int height = patches.height();
        int width = patches.width();
        int channels = patches.channels();
        for (int i = 0; i < patches.picture(); i++) {
            int y = i / channels / width;
            int x = i / channels % width;
            int place = at + ((cell(y, height) * CELLS + cell(x, width)) * channels + i % channels) * 2;
            float share = 1f / (span(y, height) * span(x, width));
            target[place] += share * pixels[offset + i];
            target[place + 1] += share * pixels[offset + i] * pixels[offset + i];
        }
        for (int place = at; place < at + CELLS * CELLS * channels * 2; place += 2) {
            target[place + 1] = (float) Math.sqrt(Math.max(0, target[place + 1] - target[place] * target[place]));
        }
    }

    /** As roots, by which rare colours count beside common ones. */
    private void countColours(float[] pixels, int offset, float[] target, int at) {
        int all = patches.height() * patches.width();
        for (int i = 0; i < all; i++) {
            int colour = 0;
            for (int c = 0; c < patches.channels(); c++) {
                colour = colour * LEVELS + level(pixels[offset + i * patches.channels() + c]);
            }
            target[at + colour] += 1f / all;
        }
        for (int colour = at; colour < at + Math.pow(LEVELS, patches.channels()); colour++) {
            target[colour] = (float) Math.sqrt(target[colour]);
        }
    }

    private static int level(float value) {
        return Math.clamp((int) Math.floor(value) + LEVELS / 2, 0, LEVELS - 1);
    }

    /** Which third a place lies in. */
    private static int cell(int place, int places) {
        return place * CELLS / places;
    }

    /** How many places its third has. */
    private static int span(int place, int places) {
        int cell = cell(place, places);
        return Math.ceilDiv((cell + 1) * places, CELLS) - Math.ceilDiv(cell * places, CELLS);
    }
}
