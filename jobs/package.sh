#!/usr/bin/env bash
# Builds target/epdi-screen-<version>.tar.gz: all that a machine without Maven needs, but Java and
# Spark, which belong to the cluster (SPARK_HOME). With --with-spark the archive holds Spark too.
# Its sbom.json lists every library in it, with licence and digests (CycloneDX).
set -euo pipefail

home="$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)"
cd "$home"
with_spark=false
case "${1:-}" in
  "") ;;
  --with-spark) with_spark=true ;;
  *)
    echo "usage: jobs/package.sh [--with-spark]" >&2
    exit 1
    ;;
esac

if [[ ! -f target/epdi-screen.jar || -n "$(find pom.xml src/main -newer target/epdi-screen.jar -print -quit)" ]]; then
  mvn -B -q -DskipTests package >&2
fi
version="$(sed -n 's:^  <version>\(.*\)</version>$:\1:p' pom.xml | head -n 1)"
name="epdi-screen-$version"
$with_spark && name="$name-with-spark"

bill=sbom
$with_spark && bill=sbom-with-spark
if [[ ! -f "target/$bill.json" || pom.xml -nt "target/$bill.json" ]]; then
  mvn -B -q "cyclonedx:makeBom@$bill" >&2
fi

# Of the target folder only what is the program; everything else is as it lies in the repository.
from_target=(target/epdi-screen.jar target/lib target/iceberg "target/$bill.json")
$with_spark && from_target+=(target/spark)
archive="target/$name.tar.gz"
timestamp="$(sed -n 's:^ *<project.build.outputTimestamp>\(.*\)</project.build.outputTimestamp>$:\1:p' pom.xml)"
# Jars are compressed already, so the fastest compression is as good as the best.
tar --create --sort=name --owner=0 --group=0 --numeric-owner --mode=u+w,a+rX,go-w --mtime="$timestamp" \
  --exclude=jobs/test --exclude=jobs/study --exclude=jobs/bench.sh --exclude=jobs/package.sh --exclude=jobs/picture.sh \
  --exclude=__pycache__ \
  --transform="s:^target/::;s:^$bill\.json:sbom.json:;s:^:$name/:" \
  "${from_target[@]}" conf data-schemas jobs CHANGELOG.md CITATION.cff LICENSE README.md |
  gzip -n -1 >"$archive.$$.part"
mv "$archive.$$.part" "$archive"
echo "$archive"
