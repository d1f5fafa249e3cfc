#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Fails unless every catalogue translates all words of the sources as they are now, with sound
# formats and access keys, and none of it in doubt (fuzzy).
#
# Usage: check-catalogues.sh SOURCE-ROOT

set -eu

cd "$1"
export LC_ALL=C.UTF-8

template=$(mktemp --suffix=.pot)
trap 'rm -f "$template"' EXIT

# The key words are those of the preset that po/meson.build names.
xgettext --from-code=UTF-8 --files-from=po/POTFILES --output="$template" \
  --keyword=_ --keyword=N_ --keyword=C_:1c,2 --keyword=NC_:1c,2

status=0
for language in $(cat po/LINGUAS); do
  catalogue=po/$language.po

  msgfmt --check --check-accelerators --statistics --output-file=/dev/null "$catalogue" || status=1
  # Tells what is missing, untranslated or fuzzy, each with its place in the sources.
  msgcmp "$catalogue" "$template" || status=1
done

[ "$status" = 0 ] || echo "Bring po/*.po up to date with: ninja -C build counterpoint-update-po" >&2
exit "$status"
