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

# run_task NUMBER NAME: runs a task of a release to its end.
run_task() {
  if is_supervised "$1"; then
    docker exec --user app "$(app "$1")" sh "/etc/jetee/tasks/$2" 2>&1
  else
    docker start --attach "$PROJECT-task-$2-$1" 2>&1
  fi
}

# remove_release NUMBER: removes a release's containers and image; what is running in them ends at once.
remove_release() {
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
