-- Finds what is older than polyphony.events.keep. Events are appended in time, so a few bytes per block are enough.
create index event_by_time on event using brin (at);
