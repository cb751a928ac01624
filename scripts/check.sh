# Everything CI checks.
TEST_LOG=target/test.log
RUN_START=target/test.start
BUNDLE=frontend/src/main/bundles/prod.bundle
FAULT_ROUNDS=20
FAULT_ROUNDS_IN_CI=2

check() {
  case "${1:-all}" in
    all) check_all ;;
    faults) check_faults "${2:-$FAULT_ROUNDS}" ;;
    *)
      echo "There is no test '$1': leave it out, or say 'faults'." >&2
      return 2
      ;;
  esac
}

check_all() {
  need_jdk
  local bundle built_from
  bundle="$(fingerprint "$BUNDLE")"
  built_from="$(sources)"
  ./scripts/launcher-test
  mkdir -p target && touch "$RUN_START"
  # shellcheck disable=SC2046  # no word or one
  quietly "Testing" "$TEST_LOG" maven spotless:check verify $(browser_profile) -Dfaults.rounds="$FAULT_ROUNDS_IN_CI" \
    -Dsurefire.rerunFailingTestsCount=1 -Dfailsafe.rerunFailingTestsCount=1
  echo "$built_from" >"$STAMP"
  bundle_is_current "$bundle"
  count_tests
}

# The browser tests need a Chromium, which is not ours to install: without one they are left out, aloud.
browser_profile() {
  local chromium
  for chromium in "${POLYPHONY_CHROMIUM:-}" /usr/bin/chromium /usr/bin/chromium-browser /usr/bin/google-chrome; do
    if [ -n "$chromium" ] && [ -x "$chromium" ]; then
      echo "-Pbrowser"
      return
    fi
  done
  echo "No Chromium here: the browser tests are left out. Maybe set POLYPHONY_CHROMIUM to one." >&2
}

# Kills the packaged platform at random moments; the integration tests of the frontend hold the experiment.
check_faults() {
  need_jdk
  quietly "Killing the platform $1 times" target/faults.log \
    maven verify -pl frontend -am -Dtest=None -Dsurefire.failIfNoSpecifiedTests=false \
    -Dit.test='Fault*IT' -Dfailsafe.failIfNoSpecifiedTests=false -Dfaults.rounds="$1"
  sed -n 's/.*faults: //p' target/faults.log || true
}

fingerprint() {
  if [ -f "$1" ]; then cksum <"$1"; else echo "none"; fi
}

# A build rewrites the bundle when the committed one does not hold what the views need.
bundle_is_current() {
  if [ "$1" = "$(fingerprint "$BUNDLE")" ]; then return; fi
  echo "The browser bundle ($BUNDLE) is not current. Run ./polyphony frontend and commit what it writes." >&2
  return 1
}

# The closing line, from the reports of this run; a test that failed has already ended it.
count_tests() {
  find . -path "*/target/*-reports/TEST-*.xml" -newer "$RUN_START" -exec grep -h '^<testsuite ' {} + |
    sed 's/.* tests="\([0-9]*\)".* skipped="\([0-9]*\)".*/\1 \2/' |
    awk '{ ran += $1 - $2; skipped += $2 } END { printf "%d passed, 0 failed, %d skipped\n", ran, skipped }'
  name_flaky_tests
}

# A test that fails and then passes is a bug, which must not stop everybody's work and must not go unseen either.
name_flaky_tests() {
  find . -path "*/target/*-reports/TEST-*.xml" -newer "$RUN_START" \
    -exec awk -F'"' '/<testcase /{ name = $4 "." $2 } /<flaky(Failure|Error)/{ print "Passed at the second try only, mend it: " name }' {} + |
    sort -u
}
