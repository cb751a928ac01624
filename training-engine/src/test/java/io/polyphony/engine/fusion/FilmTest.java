package io.polyphony.engine.fusion;

class FilmTest extends FusionContract {
    @Override
    FusionSpec fusion() {
        return new Film(8, 0, 0);
    }
}
