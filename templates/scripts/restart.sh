# Restarts helpers of the live release (release.sh stands before this text), and sees that they run.
# In: RELEASE SUPERVISED (empty where helpers have containers of their own); the positional parameters: their names under
# supervisor, or of their containers
app=$(app "$RELEASE")
if [ -n "$SUPERVISED" ]; then
  # Side by side: of several names, supervisorctl stops and starts one behind the other.
  for helper in "$@"; do control "$app" restart "$helper" >/dev/null & done
  wait
  control "$app" status "$@" | awk '$2 != "RUNNING" { bad = 1; print "@jetee helper", $0 } END { exit bad }' || {
    docker logs --tail 40 "$app" 2>&1
    exit 1
  }
else
  docker restart "$@" >/dev/null
  # As long as supervisor watches a process before it counts as running.
  sleep 1.2
  for helper in "$@"; do
    state=$(docker inspect -f '{{.State.Status}} restarted={{.RestartCount}}' "$helper")
    if [ "$state" != "running restarted=0" ]; then
      echo "@jetee helper $helper $state"
      docker logs --tail 40 "$helper" 2>&1
      exit 1
    fi
  done
fi
