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
    maven package -pl frontend -am -Dmaven.test.skip=true -Djacoco.skip=true
  ls -l "$BUNDLE"
  echo "Commit $BUNDLE if it changed."
}

bench() {
  # What a whole search reaches is measured through the platform, as its users would.
  if [ "${1:-}" = search ]; then
    with_server Accuracy examples/reviews examples/digits
    return
  fi
  build
  training_environment
  exec_java -cp "benchmarks/target/classes:$LIBRARIES" io.polyphony.benchmarks.Bench "$@"
}
