# Removes a release that never went live. Does nothing to the one that is.
# In: RELEASE AUDIT (a line of JSON)
if [ "$(readlink "$W/current" 2>/dev/null || true)" != "r/$RELEASE" ]; then
  remove_app "$RELEASE"
  docker rmi "jetee/$PROJECT:$RELEASE" >/dev/null 2>&1 || true
  rm -rf "$P/releases/$RELEASE" "$W/r/$RELEASE"
  if [ -n "$AUDIT" ]; then printf '%s\n' "$AUDIT" >>log/audit.log; fi
fi
