# Restarts helpers of the live release (release.sh and helpers.sh stand before this text), and watches them as after a switch.
# In: RELEASE; the positional parameters: their names under supervisor, or of their containers
if is_supervised "$RELEASE"; then
  # Side by side: of several names, supervisorctl stops and starts one behind the other.
  for helper in "$@"; do control "$(app "$RELEASE")" restart "$helper" >/dev/null & done
  wait
else
  docker restart "$@" >/dev/null || true
fi
watch_helpers "$@" || exit 1
