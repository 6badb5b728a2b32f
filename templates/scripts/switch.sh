# Sends the visitors to the new release, in one rename, and settles the rest (settle.sh and what it takes stand before this
# text). From before the rename on, the release's web process comes back after a reboot; its helpers do so once they are
# handed over, so that whenever the power fails, one web process answers and each helper runs once. When helpers do not
# run, or a task behind the switch fails, all goes back to the release before: web and helpers never stay on different
# versions.
# In: RELEASE, and what settle.sh takes
echo "@jetee step begin switch"
old=$(readlink "$W/current" 2>/dev/null || true)
older=$(readlink "$W/previous" 2>/dev/null || true)
serve "$RELEASE"
if [ "$old" != "r/$RELEASE" ]; then
  printf '%s\n' "$old" "$older" | write "$P/releases/$RELEASE/before"
  # A copy of a release has no tasks there; hooks wait for it all the same.
  : >>"$P/releases/$RELEASE/after-switch"
  # A copy of the live release has its very files: those of the one before are still the ones that it lacks.
  if [ -n "$old" ] && [ "$(origin_of "${old#r/}")" != "$(origin_of "$RELEASE")" ]; then point "$W/previous" "$old"; fi
  point "$W/current" "r/$RELEASE"
fi
echo "@jetee step end switch"
settle
