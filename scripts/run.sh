# Runs what was built.

# Why each flag: training calls native code (the first three), freed native memory goes back to the system (the fourth).
JVM_FLAGS=(
  --enable-native-access=ALL-UNNAMED
  --sun-misc-unsafe-memory-access=allow
  -Dorg.bytedeco.javacpp.maxphysicalbytes=0
  -XX:TrimNativeHeapInterval=2000
  -XX:MaxRAMPercentage=40
)

# One trial per core, so one thread per trial; the old OpenBLAS does not know newer CPUs by itself.
training_environment() {
  export OMP_NUM_THREADS="${OMP_NUM_THREADS:-1}"
  if grep -qs avx512f /proc/cpuinfo; then export OPENBLAS_CORETYPE="${OPENBLAS_CORETYPE:-SkylakeX}"; fi
}

java_words() {
  # shellcheck disable=SC2086  # words on purpose
  printf '%s\n' "$JAVA_HOME/bin/java" "${JVM_FLAGS[@]}" ${POLYPHONY_JAVA_OPTS:-}
}

# Runs Java in place of this shell, so that signals reach it.
exec_java() {
  # shellcheck disable=SC2086  # words on purpose
  exec "$JAVA_HOME/bin/java" "${JVM_FLAGS[@]}" ${POLYPHONY_JAVA_OPTS:-} "$@"
}

# Classes parsed once and kept beside the build, so that later starts are faster. Silent where it cannot be written.
CLASS_ARCHIVE=(-XX:+AutoCreateSharedArchive "-XX:SharedArchiveFile=$ROOT/target/classes.jsa" -Xlog:cds=off -Xlog:aot=off)

start() {
  build
  training_environment
  exec_java "${CLASS_ARCHIVE[@]}" -jar "$RUNNABLE" "$@"
}

# --- demo: a server in the background, and a program that uses it like any client ---

DEMO_SERVER=""
DEMO_HOME=""
DEMO_URL=""
DEMO_THROWAWAY=""

demo() {
  local stay=yes scenario=reviews
  for word in "$@"; do
    case "$word" in
      --exit) stay=no ;;
      *) scenario="$word" ;;
    esac
  done
  if [ ! -f "examples/$scenario/scenario.json" ]; then
    echo "There is no example '$scenario'. There are: $(cd examples && echo */scenario.json | sed 's:/scenario.json::g')" >&2
    return 2
  fi
  with_server Demo "examples/$scenario"
  if [ "$stay" = no ]; then return; fi
  echo "The platform goes on at $DEMO_URL (user admin, password in $DEMO_HOME/admin-password). Ctrl-C ends it."
  trap 'exit 0' INT TERM
  wait "$DEMO_SERVER"
}

# Runs a class of the examples against a server of its own, which lives as long as this shell.
with_server() {
  local main="$1" log
  shift
  build
  training_environment
  DEMO_HOME="$(demo_home)"
  if [ -z "${POLYPHONY_HOME:-}" ]; then DEMO_THROWAWAY="$DEMO_HOME"; fi
  log="$DEMO_HOME/server.log"
  trap demo_end EXIT
  QUARKUS_HTTP_PORT="$(demo_port)" POLYPHONY_HOME="$DEMO_HOME" exec_java -jar "$RUNNABLE" >"$log" 2>&1 &
  DEMO_SERVER=$!
  DEMO_URL="$(await_server "$DEMO_SERVER" "$log")"
  "$JAVA_HOME/bin/java" -cp "examples/target/classes:$LIBRARIES" "io.polyphony.examples.$main" \
    "$DEMO_URL" "$DEMO_HOME/admin-token" "$@"
}

# A home that the user named is kept, one made here is thrown away.
demo_home() {
  if [ -n "${POLYPHONY_HOME:-}" ]; then
    mkdir -p "$POLYPHONY_HOME"
    echo "$POLYPHONY_HOME"
  else
    mktemp -d "${TMPDIR:-/tmp}/polyphony-demo.XXXXXX"
  fi
}

# The usual port when it is free, else any (0).
demo_port() {
  local port="${QUARKUS_HTTP_PORT:-8080}"
  if (exec 3<>"/dev/tcp/127.0.0.1/$port") 2>/dev/null; then echo 0; else echo "$port"; fi
}

# Prints the address once the server listens; ends with its log when it dies.
await_server() {
  local pid="$1" log="$2" url=""
  while [ -z "$url" ]; do
    url="$(sed -n 's/.*Listening on: \(http[^ ]*\).*/\1/p' "$log" 2>/dev/null | head -n 1)"
    if [ -z "$url" ] && ! kill -0 "$pid" 2>/dev/null; then
      echo "The server did not start. Its log ($log) ends with:" >&2
      tail -n "$LOG_TAIL" "$log" >&2
      return 1
    fi
    sleep 0.2
  done
  echo "$url"
}

demo_end() {
  if [ -n "$DEMO_SERVER" ]; then
    kill "$DEMO_SERVER" 2>/dev/null || true
    wait "$DEMO_SERVER" 2>/dev/null || true
  fi
  if [ -n "$DEMO_THROWAWAY" ]; then rm -rf "$DEMO_THROWAWAY"; fi
}
