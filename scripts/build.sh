# Builds the product when its sources changed, with one line of progress.
RUNNABLE=frontend/target/quarkus-app/quarkus-run.jar
STAMP=target/built-from
# What the server is built from; examples and benchmarks use it too.
LIBRARIES="frontend/target/quarkus-app/lib/main/*"
BUILD_LOG=target/build.log
# How long a line of the progress display may be, and how much of a failed build's log is shown.
LOG_TAIL=120

maven() {
  # shellcheck disable=SC2086  # words on purpose
  ./mvnw -B ${POLYPHONY_MAVEN_ARGS:-} "$@"
}

# A fingerprint of everything that the product is made of.
sources() {
  {
    echo "$JAVA_HOME"
    find pom.xml .mvn */pom.xml */src/main -type f \
      -not -path '*/frontend/generated/*' -not -path '*/src/main/frontend/index.html' -print0 |
      LC_ALL=C sort -z | xargs -0 cksum
  } | cksum
}

up_to_date() {
  [ -f "$RUNNABLE" ] && [ -f "$STAMP" ] && [ "$(cat "$STAMP")" = "$(sources)" ]
}

clock() {
  printf '%d:%02d' $((SECONDS / 60)) $((SECONDS % 60))
}

# What Maven is doing, from its log: "[3/5] Backend".
current_module() {
  sed -n 's/^\[INFO\] Building Polyphony\( :: \)\{0,1\}\(.*\) [0-9][^ ]* *\(\[[0-9]*\/[0-9]*\]\)$/\3 \2/p' "$1" 2>/dev/null |
    tail -n 1
}

# Runs a command with its output in a log, showing what it does now; on failure shows the log's end.
# usage: quietly <title> <log> <command...>
quietly() {
  local title="$1" log="$2" shown="" now status=0
  shift 2
  mkdir -p "$(dirname "$log")"
  # It must be there when it is first looked at, which may be before the command has begun.
  : >"$log"
  SECONDS=0
  "$@" >"$log" 2>&1 </dev/null &
  local pid=$!
  # shellcheck disable=SC2064  # the pid as it is now
  trap "kill $pid 2>/dev/null; exit 130" INT TERM
  while kill -0 "$pid" 2>/dev/null; do
    now="$title $(current_module "$log")"
    if [ -t 1 ]; then
      printf '\r\033[K%s  %s' "$(clock)" "$now"
    elif [ "$now" != "$shown" ]; then
      printf '%s  %s\n' "$(clock)" "$now"
      shown="$now"
    fi
    sleep 0.5
  done
  wait "$pid" || status=$?
  trap - INT TERM
  if [ -t 1 ]; then printf '\r\033[K'; fi
  if [ "$status" -ne 0 ]; then failed "$title" "$log" "$status"; fi
  echo "$(clock)  $title: done"
}

failed() {
  local title="$1" log="$2" status="$3"
  {
    echo "$(clock)  $title: failed ($status). The end of $ROOT/$log:"
    grep -v -e '^\[INFO\]' -e '^$' "$log" | tail -n "$LOG_TAIL"
  } >&2
  exit 1
}

build() {
  need_jdk
  if up_to_date; then return; fi
  local before
  before="$(sources)"
  quietly "Building" "$BUILD_LOG" maven package -Dmaven.test.skip=true -Dheadless.skip=true
  echo "$before" >"$STAMP"
}
