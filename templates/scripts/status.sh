# Prints how the server and the project on it are, one fact a line: a word, then its values (read.sh and disk.sh stand
# before this text). What takes time is asked side by side, and nothing for longer than some seconds. Nothing is changed.
# In: ROOT PROJECT HOST (a name of the site, or empty) SITE_PATH (what is asked of it) NAMES (names in discovery,
# separated by spaces; empty without Consul) QUESTIONS (of DNS over TCP, one for each, as printf takes them)
set +e
live=$(readlink "www/$PROJECT/current" 2>/dev/null)
live=${live#r/}
answers=$(mktemp -d)
trap 'rm -rf "$answers"' EXIT

server() {
  (. /etc/os-release && echo "os ${PRETTY_NAME:-${ID:-unknown}}")
  echo "kernel $(uname -r)"
  echo "uptime $(cut -d. -f1 /proc/uptime)"
  echo "load $(cut -d' ' -f1-3 /proc/loadavg)"
  echo "processors $(grep -c '^processor' /proc/cpuinfo)"
  awk '$1 == "MemTotal:" { total = $2 } $1 == "MemAvailable:" { free = $2 } END { print "memory", free, total }' /proc/meminfo
  disk
  echo "now $(date +%s)"
}

release() {
  if [ -n "$live" ]; then
    echo "live $live"
    if [ -e "projects/$PROJECT/releases/$live/release.json" ]; then
      printf '%s\n' "release $(cat "projects/$PROJECT/releases/$live/release.json")"
    fi
    if [ -e "projects/$PROJECT/releases/$live/good" ]; then echo "settled"; fi
    if [ -e "www/$PROJECT/jetee-maintenance.html" ]; then echo "maintenance"; fi
  fi
  # The lines of others stand in the same file.
  grep -F "\"project\":\"$PROJECT\"" log/audit.log 2>/dev/null | tail -n 5 | while IFS= read -r line; do
    printf '%s\n' "deploy $line"
  done
}

engine() {
  version=$(timeout 10 docker version --format '{{.Server.Version}}' 2>/dev/null)
  echo "docker ${version:-silent}"
  [ -n "$version" ] || return 0
  ids=$(timeout 10 docker ps -aq --no-trunc --filter label=jetee.service --filter "label=jetee.project=$PROJECT")
  # shellcheck disable=SC2086 # a list of words
  timeout 10 docker inspect --type container --format \
    '{"name":{{json .Name}},"image":{{json .Config.Image}},"state":{{json .State.Status}},"started":{{json .State.StartedAt}},"finished":{{json .State.FinishedAt}},"exitCode":{{.State.ExitCode}},"restarts":{{.RestartCount}},"health":{{if .State.Health}}{{json .State.Health.Status}}{{else}}null{{end}},"labels":{"service":{{json (index .Config.Labels "jetee.service")}},"release":{{json (index .Config.Labels "jetee.release")}}}}' \
    jetee-nginx jetee-consul $ids 2>/dev/null | sed 's/^/container /'
}

processes() {
  if [ -n "$live" ] && [ -e "projects/$PROJECT/releases/$live/mount/supervisord.conf" ]; then
    timeout 10 docker exec "$PROJECT-app-$live" supervisorctl -c /etc/jetee/supervisord.conf status 2>&1 | sed 's/^/process /'
  fi
}

# ask OPTION…: asks for the site's path; prints the answer's status, and the seconds until it was there.
ask() {
  timeout 15 docker exec jetee-nginx curl -s -m 10 -o /dev/null -w '%{http_code} %{time_total}' -H "Host: $HOST" "$@" 2>/dev/null
}

# The site is asked as its visitors do. Those of a preview have a password: past it, the release itself is asked.
site() {
  [ -n "$HOST" ] || return 0
  said=$(ask "http://127.0.0.1$SITE_PATH")
  if [ "${said%% *}" = 401 ] && [ -e "www/$PROJECT/jetee-visitors" ]; then
    said='000 0'
    for socket in "www/$PROJECT/current"/*/web.sock; do
      if [ -S "$socket" ]; then said=$(ask --unix-socket "$ROOT/$socket" "http://localhost$SITE_PATH"); fi
    done
  fi
  echo "site $said"
}

# Consul is asked by its DNS, as the project's processes do. A service that is well has an answer that names a host by its
# address: 0ad50002.addr.dc1.consul.
discovery() {
  [ -n "$NAMES" ] || return 0
  # shellcheck disable=SC2016 # for the other shell
  said=$(timeout 10 docker exec jetee-consul sh -c \
    'for question in $1; do printf %b "$question" | timeout 2 nc 127.0.0.1 53; printf @jetee@; done' sh "$QUESTIONS" \
    2>/dev/null | tr -cd 'a-z@')
  for name in $NAMES; do
    case ${said%%@jetee@*} in
      *addrdc*) echo "discovery $name yes" ;;
      ?*) echo "discovery $name no" ;;
    esac
    said=${said#*@jetee@}
  done
}

# Each writes into a file of its own: their lines never meet.
if command -v docker >/dev/null; then
  for question in engine processes site discovery; do "$question" >"$answers/$question" & done
fi
server
release
wait
cat "$answers"/* 2>/dev/null
echo ready
