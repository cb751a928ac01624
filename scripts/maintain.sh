# For maintainers: the browser bundle and the benchmarks.
NODE_MAJOR=24
NPM_MAJOR=11

# Node through npm alone: its own download site is often out of reach.
install_node() {
  local dir="$1"
  if [ -x "$dir/bin/node" ]; then return; fi
  if ! command -v npm >/dev/null; then
    echo "Rebuilding the bundle needs npm (any version), and found none. Only maintainers need it." >&2
    exit 1
  fi
  mkdir -p "$dir"
  npm install --silent --global --prefix "$dir" "node@$NODE_MAJOR" "npm@$NPM_MAJOR"
}

rebuild_bundle() {
  need_jdk
  local node="${XDG_CACHE_HOME:-$HOME/.cache}/polyphony/node-$NODE_MAJOR"
  install_node "$node"
  # Vite adds to what earlier builds left there, and the bundle would hold all of it.
  rm -rf "$BUNDLE" frontend/target/classes/META-INF/VAADIN frontend/target/flow-build-info.json
  PATH="$node/bin:$PATH" quietly "Bundling" target/bundle.log \
    maven package -pl frontend -am -Dmaven.test.skip=true
  ls -l "$BUNDLE"
  echo "Commit $BUNDLE if it changed."
}

BENCHES="  search [scenario]   what five minutes of search reach on the sealed test rows, for three seeds (30 minutes)
  hpo [seeds] [part ...]  how good the search is beside random search and, where python3 has it, Optuna (20 minutes);
                      the parts are samplers, others, portfolio, pruning, fronts and speed
  platform            ask and tell at 10 000 trials, PostgreSQL included (2 minutes)
  record [search ...] records anew the searches that hpo searches (POLYPHONY_DATA as for accuracy; 20 minutes)
  engine [network]    processor time per training step beside libtorch (downloads it once: 100 MB), share of the peak, memory
  accuracy [case]     what recipes reach on real data sets beside targets (POLYPHONY_DATA, default ../shared/data)
  recipe <scenario> <seeds> [setting=value ...]   one training by hand: what it reaches and what it costs"

bench() {
  local name="${1:-}"
  if [ $# -gt 0 ]; then shift; fi
  case "$name" in
    search) bench_search "$@" ;;
    engine) bench_engine "$@" ;;
    accuracy) bench_accuracy "$@" ;;
    hpo)
      build
      exec_java -cp "benchmarks/target/classes:$LIBRARIES" io.polyphony.benchmarks.search.SearchBench "$@"
      ;;
    platform) bench_platform ;;
    record) bench_record "$@" ;;
    recipe)
      build
      training_environment
      exec_java -cp "benchmarks/target/classes:$LIBRARIES" io.polyphony.benchmarks.Accuracy examples "$@"
      ;;
    "") printf 'Benchmarks:\n%s\n' "$BENCHES" ;;
    *)
      printf "There is no benchmark '%s', but:\n%s\n" "$name" "$BENCHES" >&2
      return 2
      ;;
  esac
}

# Through the platform, as its users would.
bench_search() {
  local folders=()
  for scenario in "${@:-reviews digits}"; do
    # shellcheck disable=SC2206  # words on purpose
    folders+=(${scenario})
  done
  with_server Accuracy "${folders[@]/#/examples/}"
}

# Data sets that are not there are left out, aloud.
bench_accuracy() {
  build
  training_environment
  exec_java -cp "benchmarks/target/classes:$LIBRARIES" io.polyphony.benchmarks.accuracy.AccuracyTable \
    "${POLYPHONY_DATA:-../shared/data}" "${POLYPHONY_SEEDS:-3}" "$@"
}

# Within the backend's tests, which know how to start one.
bench_platform() {
  need_jdk
  quietly "Asking and telling" target/platform.log \
    maven test -pl backend -am -Dtest=AskAndTellSpeed -Dsurefire.failIfNoSpecifiedTests=false
  cat backend/target/bench-platform.jsonl
}

# The tables are resources of the benchmarks and want to be committed.
bench_record() {
  build
  training_environment
  exec_java -cp "benchmarks/target/classes:$LIBRARIES" io.polyphony.benchmarks.search.Recorder \
    "${POLYPHONY_DATA:-../shared/data}" benchmarks/src/main/resources/io/polyphony/benchmarks/search/recorded "$@"
}

# The referee has a JavaCPP of its own and so runs in a process of its own.
bench_engine() {
  build
  quietly "Building the referee" target/referee.log \
    maven package -Preferee -pl benchmarks/referee -Dmaven.test.skip=true
  training_environment
  exec_java -cp "benchmarks/target/classes:$LIBRARIES" io.polyphony.benchmarks.speed.Speed \
    "benchmarks/referee/target/classes:benchmarks/referee/target/referee/*" "$@"
}
