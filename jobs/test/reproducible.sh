#!/usr/bin/env bash
# Builds the jar twice from the last commit, in two clones at different places, in different time
# zones, languages and file modes, and compares the digests: they must be the same. (A umask that
# hides files from others, such as 077, is kept in the jar's entries and gives another digest.)
set -euo pipefail
shopt -s inherit_errexit

home="$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)"
work="$(mktemp -d)"
trap 'rm -rf "$work"' EXIT

# Prints the digest of the jar that a clone of its own gives. Tests, style and copies of libraries do
# not touch the jar.
digest() {
  git clone --quiet --no-hardlinks "$home" "$work/$1" >&2
  (cd "$work/$1" && umask "$2" && mvn -B -q -Dmaven.test.skip=true -Dspotless.check.skip=true \
    -Dcheckstyle.skip=true -Dmdep.skip=true package >&2)
  sha256sum "$work/$1/target/epdi-screen.jar" | cut -d ' ' -f 1
}

first="$(TZ=UTC LC_ALL=C digest one 022)"
second="$(TZ=Asia/Kolkata LC_ALL=C.UTF-8 digest a-folder/two 002)"
echo "$first  first build"
echo "$second  second build"
if [[ "$first" != "$second" ]]; then
  echo "The two builds differ. What differs:" >&2
  diff <(cd "$work/one/target" && unzip -v epdi-screen.jar) \
    <(cd "$work/a-folder/two/target" && unzip -v epdi-screen.jar) >&2 || true
  exit 1
fi
