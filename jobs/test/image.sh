#!/usr/bin/env bash
# What the image of jobs/docker has below /opt, without Docker: the steps of its Dockerfile on the archive of
# jobs/package.sh, in a folder of this machine in place of /. Then a user who may write nothing there predicts.
#   jobs/test/image.sh                 all of it, in a folder that is removed
#   jobs/test/image.sh FOLDER STEP...  left in FOLDER, without the steps that end with one of these words
# Spark, of the base image, is SPARK_JARS (default: target/spark).
set -euo pipefail

home="$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)"
cd "$home"
root="${1:-}"
left_out=("${@:2}")
if [[ -z "$root" ]]; then
  root="$(mktemp -d)"
  trap 'rm -rf "$root"' EXIT
fi
mkdir -p "$root" && chmod a+rx "$root"

# A text of the Dockerfile, with the image's folders as they are here.
here() { sed -E "s#(^|[ =:])/opt/#\1$root/opt/#g"; }

environment=()
archive="$(jobs/package.sh | tail -n 1)"

step() { # instruction text
  local word
  case "$1" in
    FROM)
      mkdir -p "$root/opt/spark/work-dir"
      ln -sfn "${SPARK_JARS:-$home/target/spark}" "$root/opt/spark/jars"
      ;;
    ARG)
      if [[ "${2#archive=}" != "$(basename "$archive")" ]]; then
        echo "The Dockerfile adds ${2#archive=}, jobs/package.sh makes $archive" >&2
        return 1
      fi
      ;;
    ADD)
      word="$(here <<<"${2##* }")"
      mkdir -p "$word"
      tar -xzf "$archive" -C "$word"
      ;;
    ENV)
      while IFS= read -r word; do
        environment+=("$word")
      done < <(here <<<"$2" | xargs -n 1)
      ;;
    RUN)
      for word in ${left_out[@]+"${left_out[@]}"}; do
        [[ "$2" == *" $word" ]] && return
      done
      (cd "$root/opt/spark/work-dir" && env ${environment[@]+"${environment[@]}"} bash -euc "$(here <<<"$2")")
      ;;
    USER) user="$2" ;;
    WORKDIR) folder="$(here <<<"$2")" ;;
    *)
      echo "An instruction that is not known here: $1" >&2
      return 1
      ;;
  esac
}

user=root
folder=/
while read -r instruction text; do
  step "$instruction" "$text"
done < <(sed -e '/^ *#/d' -e '/^ *$/d' jobs/docker/Dockerfile | sed -e ':a' -e '/\\$/N; s/\\\n */ /; ta')
printf '%s\n' "${environment[@]}" >"$root/environment"

if [[ ! "$user" =~ ^[1-9][0-9]*$ ]]; then
  echo "Containers would run as $user" >&2
  exit 1
fi

# In a pod nothing of it can be written: here not by a user of no rights, who has a name as the image's user has.
another=()
if [[ "$(id -u)" == 0 ]]; then
  another=(setpriv --reuid=nobody --regid="$(id -g nobody)" --clear-groups)
else
  chmod -R a-w "$root/opt"
  trap 'chmod -R u+w "$root"; [[ -n "${1:-}" ]] || rm -rf "$root"' EXIT
fi
before="$(find "$root" -printf '%p %s %T@\n' | sort)"
(cd "$folder" && "${another[@]}" env "${environment[@]}" HOME=/nonexistent \
  "$root/opt/epdi/jobs/epdi" predict "$root/opt/epdi/jobs/demo/grids/MoS2-Ti.cube.gz" --bundle "$root/opt/epdi/jobs/demo/bundle")
if ! diff <(echo "$before") <(find "$root" -printf '%p %s %T@\n' | sort); then
  echo "The program has written into its image" >&2
  exit 1
fi
echo "ok    the image's content"
