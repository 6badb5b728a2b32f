# Removes what no release needs any more (release.sh stands before this text).
# In: RELEASE (the live one) KEEP (number of good releases to keep)
prune() {
  # Keep images, specifications and static files of the last good releases.
  kept=0
  for n in $(ls "$P/releases" | sort -rn); do
    if [ -e "$P/releases/$n/good" ] && [ "$kept" -lt "$KEEP" ]; then
      kept=$((kept + 1))
    elif [ "$n" != "$RELEASE" ]; then
      docker rmi "jetee/$PROJECT:$n" >/dev/null 2>&1 || true
      rm -rf "$P/releases/$n"
    fi
  done
  # An interrupted build may have ended behind the back of what cleared up after it.
  for n in $(docker images "jetee/$PROJECT" --format '{{.Tag}}'); do
    if ! [ -d "$P/releases/$n" ]; then docker rmi "jetee/$PROJECT:$n" >/dev/null 2>&1 || true; fi
  done
  for folder in "$W"/r/*; do
    n=${folder##*/}
    if ! [ -d "$P/releases/$n" ]; then remove_files "$n"; fi
  done
}
