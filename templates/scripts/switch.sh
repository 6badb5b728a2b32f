# Sends the visitors to the new release, in one rename, and settles the rest (settle.sh stands before this text).
# From before the rename on, the release's web process comes back after a reboot; its helpers do so once they are
# handed over, so that whenever the power fails, one web process answers and each helper runs once. When helpers do not
# run, all goes back to the release before: web and helpers never stay on different versions.
# In: RELEASE, and what settle.sh takes
echo "@jetee step begin switch"
old=$(readlink "$W/current" 2>/dev/null || true)
older=$(readlink "$W/previous" 2>/dev/null || true)
: >"$P/releases/$RELEASE/mount/serving"
docker update --restart=always "$(app "$RELEASE")" >/dev/null
if [ "$old" != "r/$RELEASE" ]; then
  if [ -n "$old" ]; then point "$W/previous" "$old"; fi
  point "$W/current" "r/$RELEASE"
fi
echo "@jetee step end switch"
hand_over
if [ -n "$ailing" ] && [ -n "$old" ] && [ "$old" != "r/$RELEASE" ] &&
  [ "$(docker inspect -f '{{.State.Running}}' "$(app "${old#r/}")" 2>/dev/null)" = true ]; then
  RELEASE=${old#r/}
  echo "@jetee back $RELEASE"
  point "$W/current" "$old"
  if [ -n "$older" ]; then point "$W/previous" "$older"; else rm "$W/previous"; fi
  hand_over
  exit 1
fi
retire
