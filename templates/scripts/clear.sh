# Ends what still works for this run (strays.sh, release.sh and prune.sh stand before this text), and removes its release
# unless that is live.
# In: RELEASE (empty for none) AUDIT (a line of JSON) FAILED (what is kept of a failed release, as JSON), and what prune.sh
# takes
end_strays "$TOKEN"
if [ -n "$RELEASE" ] && [ "$(readlink "$W/current" 2>/dev/null || true)" != "r/$RELEASE" ]; then
  # One that was not begun has left its number to the next.
  if [ "$(cat "$P/sequence" 2>/dev/null || echo 0)" -ge "$RELEASE" ]; then keep_failure "$RELEASE" "$FAILED"; fi
  unswitch "$RELEASE"
  if command -v docker >/dev/null; then remove_release "$RELEASE"; fi
  rm -rf "$P/releases/$RELEASE"
  remove_files "$RELEASE"
  if [ -d "$P/releases" ] && command -v docker >/dev/null; then prune; fi
  if [ -d log ]; then printf '%s\n' "$AUDIT" >>log/audit.log; fi
fi
