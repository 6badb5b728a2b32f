# Sends the visitors to the new release, in one rename, and settles the rest (release.sh and settle.sh stand before this
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
  if [ -n "$old" ]; then point "$W/previous" "$old"; fi
  point "$W/current" "r/$RELEASE"
fi
echo "@jetee step end switch"

# stands NUMBER: whether a release that was live can be so again.
stands() {
  primary=$(containers_of "$1" primary)
  if [ -n "$primary" ]; then
    [ "$(docker inspect -f '{{.State.Running}}' "$primary")" = true ]
  else
    [ -n "$(containers_of "$1" helper)" ]
  fi
}
hand_over
failed=$ailing
if [ -z "$failed" ]; then after_switch || failed=yes; fi
if [ -n "$failed" ] && [ -n "$old" ] && [ "$old" != "r/$RELEASE" ] && stands "${old#r/}"; then
  RELEASE=${old#r/}
  echo "@jetee back $RELEASE"
  point "$W/current" "$old"
  if [ -n "$older" ]; then point "$W/previous" "$older"; else rm "$W/previous"; fi
  hand_over
  exit 1
fi
retire
