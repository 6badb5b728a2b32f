# Runs the release's tasks (release.sh stands before this text), starts its web process and waits until it answers. The web
# process of a copy starts with its container: it has the mark `serving`, and no tasks.
# In: RELEASE CONTAINERS (JSON, for the record) TIMES (for helpers.sh and drain.sh) STATIC (folder of the image with static files, or empty) MEDIA (not empty
# when any user of the image may write uploads) DOOR (configuration of its door, or empty) HOST (empty without a web
# process) SOCKET_FOLDER HEALTH_PATH STATUS_FROM STATUS_TO INTERVAL (seconds) DEADLINE (seconds); the positional
# parameters: names of the tasks
release="$P/releases/$RELEASE"
CONTAINER=$(app "$RELEASE")
give_up() {
  if [ -n "$DOOR" ]; then docker logs --tail 10 "$PROJECT-door-$RELEASE" 2>&1 || true; fi
  docker logs --tail 40 "$CONTAINER" 2>&1 || true
  exit 1
}
start() {
  docker start "$1" 2>&1 >/dev/null || {
    echo "@jetee failed start"
    give_up
  }
}
starts_web() { [ -e "$release/mount/serving" ]; }
# Has supervisor start at once what starts by itself: after its own start it rests for a second, or until somebody calls.
wake() {
  docker exec "$CONTAINER" /usr/bin/python3 -IS -c '
import socket, time
for _ in range(200):
    try:
        socket.socket(socket.AF_UNIX).connect("/run/supervisor.sock")
        break
    except OSError:
        time.sleep(0.02)
'
}
printf '%s' "$CONTAINERS" >"$release/containers.json"
printf '%s\n' "$TIMES" >"$release/times"

if [ -n "$STATIC" ]; then
  docker cp "$CONTAINER:$STATIC/." "$W/r/$RELEASE/static" 2>&1 || {
    echo "@jetee failed static $STATIC"
    exit 1
  }
  chmod -R a+rX "$W/r/$RELEASE/static"
fi
if [ -n "$MEDIA" ]; then
  chmod 777 "$W/media" 2>/dev/null || as_root "$W/media" chmod 777
fi

if is_supervised "$RELEASE"; then
  echo "@jetee step begin start supervisor"
  start "$CONTAINER"
  if starts_web; then wake >/dev/null 2>&1 & fi
  tries=0
  # Whoever starts the web process by itself tells by its health that it runs.
  until { [ -n "$HOST" ] && starts_web; } || control "$CONTAINER" pid >/dev/null 2>&1; do
    tries=$((tries + 1))
    if [ "$tries" = 100 ]; then
      echo "@jetee failed start"
      give_up
    fi
    sleep 0.1
  done
  echo "@jetee step end start supervisor"
  echo "@jetee started"
fi

for task in "$@"; do
  run_task "$RELEASE" "$task" || exit 1
done

[ -n "$HOST" ] || exit 0
echo "@jetee step begin health check"
if is_supervised "$RELEASE"; then
  # It reports after a second; the web process may answer before. In a shell of its own, or this one’s output stays open.
  if ! starts_web; then (control "$CONTAINER" start web) >/dev/null 2>&1 & fi
  web_runs() { case $(control "$CONTAINER" status web || true) in *RUNNING* | *STARTING*) ;; *) return 1 ;; esac; }
else
  start "$CONTAINER"
  web_runs() { [ "$(docker inspect -f '{{.State.Running}}' "$CONTAINER")" = true ]; }
fi
if [ -n "$DOOR" ]; then
  mkdir -p "$release/door"
  printf '%s' "$DOOR" >"$release/door/nginx.conf"
  start "$PROJECT-door-$RELEASE"
fi
end=$(($(date +%s) + DEADLINE))
crashed=0
said=
until answer=$(
  docker exec -i jetee-nginx sh -s -- \
    "$ROOT/$W/r/$RELEASE/$SOCKET_FOLDER/web.sock" "$HOST" "$HEALTH_PATH" "$end" "$STATUS_FROM" "$STATUS_TO" "$INTERVAL" <<'IN_NGINX'
    body=$(mktemp)
    trap 'rm -f "$body" "$body.new"' EXIT
    status=000
    # Now and then it is looked whether the web process still runs.
    look=$(($(date +%s) + 2))
    until now=$(date +%s) && [ "$now" -ge "$4" ] || [ "$now" -ge "$look" ]; do
      left=$(($4 - now))
      if [ "$left" -gt 10 ]; then most=10; else most=$left; fi
      : >"$body.new"
      code=$(curl -s -m "$most" -o "$body.new" -w '%{http_code}' --unix-socket "$1" -H "Host: $2" "http://localhost$3")
      if [ "$code" != 000 ]; then
        if [ "$code" -ge "$5" ] && [ "$code" -le "$6" ]; then exit 0; fi
        status=$code
        mv "$body.new" "$body"
      fi
      timeout "$left" sleep "$7"
    done
    echo "@jetee status $status"
    if [ "$status" != 000 ]; then head -c 2000 "$body" | sed 's/^/@jetee body /'; fi
    exit 1
IN_NGINX
); do
  # What it said last is told, also when it fell silent after that.
  case $answer in "@jetee status 000"*) ;; *) said=$answer ;; esac
  if web_runs; then crashed=0; else crashed=$((crashed + 1)); fi
  if [ "$crashed" = 3 ] || [ "$(date +%s)" -ge "$end" ]; then
    printf '%s\n' "@jetee failed health" "${said:-$answer}"
    give_up
  fi
done
echo "@jetee step end health check"
