package io.polyphony.benchmarks.search;

import io.polyphony.hpo.pruner.NoPruner;
import io.polyphony.hpo.sampler.Sampler;
import io.polyphony.hpo.space.Assignment;
import io.polyphony.hpo.study.Study;
import io.polyphony.hpo.trial.Objective;
import io.polyphony.hpo.trial.Trial;
import java.util.ArrayList;
import java.util.List;

/** Whoever searches one function. */
interface Contender {

    String name();

    /** How many searches it can do at a time. */
    default int atOnce() {
        return Runtime.getRuntime().availableProcessors();
    }

    /** Begins a search. */
    Search search(SearchTask task, long seed);

    /** A search under way. */
    interface Search extends AutoCloseable {
        Assignment ask();

        /** The value of what was asked last. */
        void tell(double value);

        @Override
        default void close() {}
    }

    /** One of ours. */
    record Ours(String name, Sampler sampler) implements Contender {
        @Override
        public Search search(SearchTask task, long seed) {
            var study = new Study(
                    task.space(), List.of(Objective.minimize("loss")), sampler, new NoPruner(), List.of(), seed);
            var history = new ArrayList<Trial>();
            return new Search() {
                @Override
                public Assignment ask() {
                    Assignment next = study.ask(history);
                    history.add(Trial.waiting(history.size(), next));
                    return next;
                }

                @Override
                public void tell(double value) {
                    Trial last = history.removeLast();
                    history.add(Trial.completed(last.number(), last.assignment(), value));
                }
            };
        }
    }
}
