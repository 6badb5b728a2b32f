# What a release consists of on the server, for the scripts behind this text: containers that carry its number as label
# and at the end of their names, helpers and tasks. Where there is no supervisor, each of these has a container of its own.
app() { echo "$PROJECT-app-$1"; }
control() {
  c=$1
  shift
  docker exec "$c" supervisorctl -c /etc/jetee/supervisord.conf "$@"
}
is_supervised() { [ -e "$P/releases/$1/mount/supervisord.conf" ]; }

# containers_of NUMBER [PART]: ids of a release's containers: all, or those that are its `primary`, `door`, `helper` or `task`.
containers_of() {
  docker ps -aq --filter "label=jetee.project=$PROJECT" --filter "label=jetee.release=$1" \
    --filter "name=^/?$PROJECT-.*-$1(-[0-9]+)?\$" --filter "label=jetee.service${2:+=$2}"
}

# others: numbers of the releases beside RELEASE that have a container.
others() {
  docker ps -a --filter "label=jetee.project=$PROJECT" --filter label=jetee.release \
    --format '{{.Label "jetee.release"}} {{.Names}}' |
    awk -v live="$RELEASE" '$1 ~ /^[0-9]+$/ && $1 != live && $2 ~ "-" $1 "(-[0-9]+)?$" { print $1 }' | sort -nu
}

# timed KIND NAME SECONDS COMMAND…: runs a command that ends by itself after so many seconds; tells when it begins and
# ends, and why it failed. A status of `timeout` says that it was late only when the time has passed as well.
timed() {
  timed_kind=$1
  timed_name=$2
  timed_seconds=$3
  shift 3
  echo "@jetee task begin $timed_name"
  timed_begun=$(date +%s)
  timed_status=0
  "$@" || timed_status=$?
  late=
  case $timed_status in
    124 | 137) if [ $(($(date +%s) - timed_begun)) -ge "$timed_seconds" ]; then late=" $timed_seconds"; fi ;;
  esac
  # What it printed last may lack the end of its line.
  printf '\n%s\n' "@jetee task end $timed_name $timed_status$late"
  if [ "$timed_status" = 0 ]; then return 0; fi
  echo "@jetee failed $timed_kind $timed_name $timed_status$late"
  return 1
}

# run_task NUMBER NAME: runs a task of a release to its end, or to its deadline. One that runs once in the life of the
# project is left out as soon as it has succeeded.
run_task() {
  task_once=$(awk -v task="$2" '$1 == task { print $3 }' "$P/releases/$1/deadlines" 2>/dev/null || true)
  if [ -n "$task_once" ] && [ -e "$P/once/$2" ]; then return 0; fi
  task_seconds=$(awk -v task="$2" '$1 == task { print $2 }' "$P/releases/$1/deadlines" 2>/dev/null || true)
  if is_supervised "$1"; then
    timed task "$2" "${task_seconds:-1800}" exec_task "$1" "$2"
  else
    timed task "$2" "${task_seconds:-1800}" attach_task "$PROJECT-task-$2-$1"
  fi || return
  if [ -n "$task_once" ]; then
    mkdir -p "$P/once"
    : >"$P/once/$2"
  fi
}
# The end of the client would not be that of the task: it is ended from within. The client goes only should that fail.
exec_task() {
  timeout -k 5 $((timed_seconds + 30)) \
    docker exec --user app "$(app "$1")" sh /etc/jetee/run-task.sh "$2" "$timed_seconds" 2>&1
}
# The client passes on each signal that it can; so it is killed, and then the container gets its signal and its 10 s.
attach_task() {
  attach_status=0
  timeout -s KILL "$timed_seconds" docker start --attach "$1" 2>&1 || attach_status=$?
  if [ "$attach_status" = 137 ]; then docker stop -t 10 "$1" >/dev/null 2>&1 || true; fi
  return "$attach_status"
}

# keep_logs FOLDER ID…: keeps the logs of containers that are about to go: the last 10 MB of each, compressed.
keep_logs() {
  logs_of=$1
  shift
  for container in "$@"; do
    container_name=$(docker inspect -f '{{.Name}}' "$container" 2>/dev/null) || continue
    mkdir -p "$logs_of"
    # A disk without room for it is no reason to stop.
    docker logs --timestamps "$container" 2>&1 | tail -c 10000000 | gzip -1 | write "$logs_of/${container_name#/}.gz" || true
  done
}

# keep_failure NUMBER JSON: keeps what a release that is about to be removed was, and why it failed. A disk without room for
# it is no reason to stop: the removal makes room.
keep_failure() {
  mkdir -p "$P/failed/$1" || return 0
  if [ -e "$P/releases/$1/release.json" ]; then write "$P/failed/$1/release.json" <"$P/releases/$1/release.json" || true; fi
  printf '%s\n' "$2" | write "$P/failed/$1/failed.json" || true
}

# unswitch NUMBER: has `previous` stand as before the switch to a release that is not live. Whoever is interrupted between the
# two links of a switch, or of the way back, leaves both of them at the live release.
unswitch() {
  [ -e "$P/releases/$1/before" ] || return 0
  if [ "$(readlink "$W/previous" || true)" != "$(readlink "$W/current" || true)" ]; then return 0; fi
  unswitch_to=$(sed -n 2p "$P/releases/$1/before")
  if [ -n "$unswitch_to" ]; then point "$W/previous" "$unswitch_to"; else rm -f "$W/previous"; fi
}

# remove_release NUMBER: removes a release's containers and image; what is running in them ends at once. The logs
# and records of the last three that were removed are kept: they failed.
remove_release() {
  # shellcheck disable=SC2046 # a list of words
  keep_logs "$P/failed/$1" $(containers_of "$1")
  for failed_one in $(ls "$P/failed" 2>/dev/null | sort -rn | tail -n +4); do rm -rf "$P/failed/$failed_one"; done
  containers_of "$1" | xargs -r docker rm -f >/dev/null
  docker rmi "jetee/$PROJECT:$1" >/dev/null 2>&1 || true
}

# as_root FOLDER COMMAND…: runs a command on a folder in a container, for a login that is not root.
as_root() {
  folder=$1
  shift
  command=$1
  shift
  docker run --rm --network none -v "$ROOT/$folder:/folder" --entrypoint "$command" \
    "$(docker inspect -f '{{.Config.Image}}' jetee-nginx)" "$@" /folder
}

# remove_files NUMBER: removes what a release has under www. Static files may belong to the project's user.
remove_files() {
  rm -rf "$W/r/$1" 2>/dev/null || {
    as_root "$W/r/$1" sh -c 'find "$0" -mindepth 1 -delete'
    rm -rf "$W/r/$1"
  }
}
