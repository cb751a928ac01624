# Finds a JDK of at least the version that the product is written for. The default `java` is often older.
JAVA_NEEDED=25

# Major version of a JDK directory; nothing if it is none (a JRE without javac does not count).
jdk_major() {
  local home="$1" version
  [ -x "$home/bin/javac" ] || return 0
  if [ -r "$home/release" ]; then
    version="$(sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$home/release" | head -n 1)"
  else
    version="$("$home/bin/javac" -version 2>&1 | sed -n 's/^javac \([0-9]*\).*/\1/p')"
  fi
  echo "$version"
}

# The JDK that a `javac` on the PATH belongs to, behind all symbolic links.
jdk_of_path() {
  local javac
  javac="$(command -v javac)" || return 0
  while [ -L "$javac" ]; do
    local target
    target="$(readlink "$javac")"
    case "$target" in
      /*) javac="$target" ;;
      *) javac="$(dirname "$javac")/$target" ;;
    esac
  done
  (cd "$(dirname "$javac")/.." && pwd -P)
}

# One candidate per line, the most deliberate choice first. POLYPHONY_JDK_DIRS replaces the usual folders (tests).
jdk_candidates() {
  if [ -n "${JAVA_HOME:-}" ]; then echo "$JAVA_HOME"; fi
  if [ -n "${POLYPHONY_JDK_DIRS+set}" ]; then
    printf '%s\n' $POLYPHONY_JDK_DIRS
  else
    printf '%s\n' /usr/lib/jvm/* /usr/java/* /opt/java/* /opt/*jdk* "$HOME"/.sdkman/candidates/java/* "$HOME"/.jdks/* \
      "$HOME"/.local/share/mise/installs/java/* "$HOME"/.asdf/installs/java/* \
      /Library/Java/JavaVirtualMachines/*/Contents/Home "$HOME"/Library/Java/JavaVirtualMachines/*/Contents/Home \
      /opt/homebrew/opt/openjdk*/libexec/openjdk.jdk/Contents/Home /usr/local/opt/openjdk*/libexec/openjdk.jdk/Contents/Home
  fi
  jdk_of_path
}

# Prints the first JDK that is new enough.
jdk_find() {
  local home major
  while IFS= read -r home; do
    major="$(jdk_major "$home")"
    if [ -n "$major" ] && [ "$major" -ge "$JAVA_NEEDED" ]; then
      echo "$home"
      return 0
    fi
  done < <(jdk_candidates)
  return 1
}

jdk_advice() {
  echo "Polyphony needs a JDK $JAVA_NEEDED or newer, and found none."
  local home major
  while IFS= read -r home; do
    major="$(jdk_major "$home")"
    if [ -n "$major" ]; then echo "  too old: Java $major in $home"; fi
  done < <(jdk_candidates | sort -u)
  echo "Get one, then run the same command again (an unpacked archive anywhere will do: export JAVA_HOME=/path/to/it):"
  case "$(uname -s)" in
    Darwin) echo "  brew install --cask temurin@$JAVA_NEEDED" ;;
    *) echo "  sdk install java $JAVA_NEEDED-tem            # with SDKMAN, https://sdkman.io" ;;
  esac
  echo "  https://adoptium.net/temurin/releases/?version=$JAVA_NEEDED"
}

# Sets JAVA_HOME, or ends with advice.
need_jdk() {
  local home
  if ! home="$(jdk_find)"; then
    jdk_advice >&2
    exit 1
  fi
  export JAVA_HOME="$home"
}
