# Takes the source of a release, only the files that the server lacks.
# In: TREE MANIFEST_BYTES
# Standard input: MANIFEST_BYTES of "mode blob path" lines in the order of the C locale, then, once "@jetee end" was
# printed, a tar of the files whose lines were printed after "@jetee need".
export LC_ALL=C
# The project's user reads the code in the image; on the server, the folder above is closed.
umask 022
source="$P/source/$TREE"
new="$P/source/incoming"
rm -rf "$new" "$new.manifest"
if [ -d "$source" ]; then
  head -c "$MANIFEST_BYTES" >/dev/null
  echo "@jetee end"
  cat >/dev/null
  touch "$source.manifest"
else
  head -c "$MANIFEST_BYTES" >"$new.manifest"
  base=$(ls -t "$P/source/" | sed -n '/^[0-9a-f-]*\.manifest$/{p;q;}')
  if [ -n "$base" ] && [ -d "$P/source/${base%.manifest}" ]; then
    cp -al "$P/source/${base%.manifest}" "$new"
    comm -23 "$P/source/$base" "$new.manifest" | sed 's/^[^ ]* [^ ]* //' | tr '\n' '\0' | (cd "$new" && xargs -0 -r rm -f --)
    find "$new" -mindepth 1 -type d -empty -delete
    comm -13 "$P/source/$base" "$new.manifest" | sed 's/^/@jetee need /'
  else
    mkdir "$new"
    sed 's/^/@jetee need /' "$new.manifest"
  fi
  echo "@jetee end"
  tar -xpf - -C "$new" --no-same-owner
  mv "$new.manifest" "$source.manifest"
  mv "$new" "$source"
fi
# The last two trees are enough to send the next one as a difference.
for old in $(ls -t "$P/source/" | sed -n 's/^\([0-9a-f-]*\)\.manifest$/\1/p' | tail -n +3); do
  rm -rf "$P/source/$old" "$P/source/$old.manifest"
done
