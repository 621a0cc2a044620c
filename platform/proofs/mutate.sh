#!/usr/bin/env bash
# Breaks the code on purpose, one fault at a time, in a copy of the tree, and runs the narrow tests that ought to see it. Fails where a fault
# survives. What is broken stands in mutations.tsv beside this script.
#
#   platform/proofs/mutate.sh            all of them
#   platform/proofs/mutate.sh cap order  those whose name begins so
#
# MUTATE_RUN names another program than Maven to run tests: it is given the copy, the module, the file that was changed and the tests, and ends
# with 0 where all passed, 1 where one failed, and anything else where they did not run.
set -euo pipefail

here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/../.." && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# What is committed or not, but for what builds made.
copy() {
  mkdir -p "$work/tree"
  (cd "$root" && git ls-files -z -co --exclude-standard | while IFS= read -r -d '' file; do
    [ ! -e "$file" ] || printf '%s\0' "$file"
  done | tar --null -T - -cf -) | tar -xf - -C "$work/tree"
}

maven() { # TREE MODULE FILE TESTS
  local tree=$1 module=$2 units=None its=None
  if [[ $4 == *IT ]]; then its=$4; else units=$4; fi
  find "$tree" -path '*-reports/TEST-*.xml' -delete
  if (cd "$tree" && ./mvnw -B -ntp -q verify -pl "$module" -am -Dtest="$units" -Dit.test="$its" \
    -Dsurefire.failIfNoSpecifiedTests=false -Dfailsafe.failIfNoSpecifiedTests=false -Dschedules.count=200) > "$work/log" 2>&1; then
    return 0
  fi
  # A build that fails for another reason than a test says nothing of the test.
  find "$tree/$module" -path '*-reports/TEST-*.xml' -exec grep -lE '<(failure|error)' {} + > /dev/null && return 1
  return 2
}

wanted() { # NAME
  local name=$1
  shift
  [ $# -eq 0 ] && return 0
  for prefix in "$@"; do
    [[ $name == "$prefix"* ]] && return 0
  done
  return 1
}

one() { # NAME MODULE FILE CHANGE TESTS
  local name=$1 module=$2 file=$3 change=$4 tests=$5 rc=0
  local broken=$work/tree/$file
  perl -0pe "$change" "$root/$file" > "$broken"
  if cmp -s "$root/$file" "$broken"; then
    echo "$name: changes nothing, the code has moved on"
    return 1
  fi
  "${MUTATE_RUN:-maven}" "$work/tree" "$module" "$file" "$tests" || rc=$?
  cp "$root/$file" "$broken"
  case $rc in
    1) echo "$name: seen by $tests" ;;
    0) echo "$name: SURVIVED $tests"; return 1 ;;
    *) echo "$name: the tests did not run"; tail -5 "$work/log" 2> /dev/null || true; return 1 ;;
  esac
}

copy
tried=0
failed=0
while IFS=$'\t' read -r name module file change tests; do
  [[ -z $name || $name == \#* ]] && continue
  wanted "$name" "$@" || continue
  tried=$((tried + 1))
  one "$name" "$module" "$file" "$change" "$tests" < /dev/null || failed=$((failed + 1))
done < "$here/mutations.tsv"

echo "$tried faults, $failed of them not seen"
[ "$tried" -gt 0 ] && [ "$failed" -eq 0 ]
