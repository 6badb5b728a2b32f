# How a release that visitors do not reach any more comes to its end (helpers.sh stands before this text): it answers whom it
# has, in the time that it has for that, and then stops.
# In: ROOT

# drain NUMBER: first one more request through the release's own socket. A listening queue is first in, first out: when
# that one is answered, all who stood there before it have been let in, and a signal to stop cuts none of them. Its
# door, where it has one, is closed next, and has the rest of the time to finish what is under way; the release itself is
# stopped when its door is empty, or has no more time, and while it is still there, so that WebSockets get their
# closing frame through it.
drain() {
  drain_seconds=$(time_of "$1" drain)
  drain_end=$(($(date +%s) + ${drain_seconds:-60}))
  drain_host=$(time_of "$1" host)
  drain_path=$(time_of "$1" path)
  for drain_socket in "$W/r/$1"/*/web.sock; do
    if [ -S "$drain_socket" ] && [ -n "$drain_host" ]; then
      docker exec jetee-nginx curl -s -o /dev/null -m "${drain_seconds:-60}" -A jetee-health \
        --unix-socket "$ROOT/$drain_socket" -H "Host: $drain_host" "http://localhost$drain_path" >/dev/null 2>&1 || true
    fi
  done
  drain_door=$(containers_of "$1" door)
  drain_patience=$((drain_end - $(date +%s)))
  if [ "$drain_patience" -lt 0 ]; then drain_patience=0; fi
  if [ -n "$drain_door" ]; then
    docker kill --signal QUIT "$drain_door" >/dev/null 2>&1 || true
    timeout "$((drain_patience + 1))" docker wait "$drain_door" >/dev/null 2>&1 || true
    drain_patience=5
  fi
  # What it does itself at the end of its time, it does a moment before it is killed.
  containers_of "$1" primary | xargs -r docker stop -t $((drain_patience + 5)) >/dev/null 2>&1 || true
  if [ -n "$drain_door" ]; then docker stop -t 5 "$drain_door" >/dev/null 2>&1 || true; fi
}
