#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Fails unless POTFILES is sorted and names just the files that hold words to translate.
#
# Usage: check-potfiles.sh SOURCE-ROOT

set -eu

cd "$1"
export LC_ALL=C

listed=$(mktemp)
found=$(mktemp)
trap 'rm -f "$listed" "$found"' EXIT

grep -v '^#' po/POTFILES >"$listed"
sort -c "$listed"

{
  grep -rlE --include='*.[ch]' '(^|[^[:alnum:]_])(_|N_|C_|NC_|gettext|ngettext) ?\("' src || true
  grep -rl --include='*.ui' 'translatable="yes"' resources || true
  find data -name '*.desktop.in' -o -name '*.metainfo.xml.in' -o -name '*.gschema.xml'
} | sort >"$found"

# Lines with < are listed without need, lines with > are missing.
diff "$listed" "$found"
