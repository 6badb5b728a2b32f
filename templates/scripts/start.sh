# Runs the release's tasks in the candidate, starts its web process and waits until it answers.
# In: RELEASE CONTAINER HOST HEALTH_PATH DEADLINE (seconds); the positional parameters: names of the tasks
give_up() {
  docker logs --tail 40 "$CONTAINER" 2>&1 || true
  exit 1
}
control() { docker exec "$CONTAINER" supervisorctl -c /etc/jetee/supervisord.conf "$@"; }

echo "@jetee step begin start supervisor"
tries=0
until control pid >/dev/null 2>&1; do
  tries=$((tries + 1))
  if [ "$tries" = 100 ]; then
    echo "@jetee failed start"
    give_up
  fi
  sleep 0.1
done
echo "@jetee step end start supervisor"

for task in "$@"; do
  echo "@jetee step begin $task"
  docker exec --user app "$CONTAINER" sh "/etc/jetee/tasks/$task" 2>&1 || {
    echo "@jetee failed task $task $?"
    exit 1
  }
  echo "@jetee step end $task"
done

if [ -n "$HOST" ]; then
  echo "@jetee step begin health check"
  # It reports after a second; the web process may answer before. In a shell of its own, or this one’s output stays open.
  (control start web) >/dev/null 2>&1 &
  end=$(($(date +%s) + DEADLINE))
  crashed=0
  said=
  until answer=$(
    docker exec -i jetee-nginx sh -s -- "$ROOT/$W/r/$RELEASE/web.sock" "$HOST" "$HEALTH_PATH" "$end" <<'IN_NGINX'
      body=$(mktemp)
      trap 'rm -f "$body" "$body.new"' EXIT
      status=000
      for _ in 1 2 3 4 5; do
        left=$(($4 - $(date +%s)))
        if [ "$left" -lt 1 ]; then left=1; elif [ "$left" -gt 10 ]; then left=10; fi
        : >"$body.new"
        code=$(curl -s -m "$left" -o "$body.new" -w '%{http_code}' --unix-socket "$1" -H "Host: $2" "http://localhost$3")
        case $code in
          2?? | 3??) exit 0 ;;
          000) ;;
          *) status=$code && mv "$body.new" "$body" ;;
        esac
        if [ "$(date +%s)" -ge "$4" ]; then break; fi
        sleep 0.3
      done
      echo "@jetee status $status"
      if [ "$status" != 000 ]; then head -c 2000 "$body" | sed 's/^/@jetee body /'; fi
      exit 1
IN_NGINX
  ); do
    # What it said last is told, also when it fell silent after that.
    case $answer in "@jetee status 000"*) ;; *) said=$answer ;; esac
    case $(control status web || true) in *RUNNING* | *STARTING*) crashed=0 ;; *) crashed=$((crashed + 1)) ;; esac
    if [ "$crashed" = 3 ] || [ "$(date +%s)" -ge "$end" ]; then
      printf '%s\n' "@jetee failed health" "${said:-$answer}"
      give_up
    fi
  done
  echo "@jetee step end health check"
fi
