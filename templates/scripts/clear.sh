# Ends what still works for this run (strays.sh stands before this text), and removes its release unless that is live.
# In: RELEASE (empty for none) AUDIT (a line of JSON)
end_strays "$TOKEN"
if [ -n "$RELEASE" ] && [ "$(readlink "$W/current" 2>/dev/null || true)" != "r/$RELEASE" ]; then
  if command -v docker >/dev/null; then
    remove_app "$RELEASE"
    docker rmi "jetee/$PROJECT:$RELEASE" >/dev/null 2>&1 || true
  fi
  rm -rf "$P/releases/$RELEASE"
  remove_files "$RELEASE"
  if [ -d log ]; then printf '%s\n' "$AUDIT" >>log/audit.log; fi
fi
