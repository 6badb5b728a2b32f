# Goes before every script that changes the server: stops at the first error, and at once when the lock is gone.
# In: ROOT PROJECT TOKEN
set -eu
umask 077
cd "$ROOT"
if [ "$(head -n 1 "locks/$PROJECT.holder")" != "$TOKEN" ]; then
  echo "Another run has taken the lock of $PROJECT: $(sed -n 2p "locks/$PROJECT.holder")" >&2
  exit 76
fi
P="projects/$PROJECT"
W="www/$PROJECT"

# write FILE: replaces the file by standard input, in one step.
write() {
  cat >"$1.new"
  mv "$1.new" "$1"
}

# point LINK TARGET: replaces the symbolic link, in one step.
point() {
  ln -s "$2" "$1.new.$$"
  mv -T "$1.new.$$" "$1"
}

# shared: holds the server's own lock until the script ends, around what projects share. No project has its name.
shared() {
  exec 8>>locks/.server.lock
  flock 8
}

# remove_app NUMBER: removes a release's container, when it is this project's own.
remove_app() {
  docker ps -aq --filter "name=^/?$PROJECT-app-$1\$" --filter "label=jetee.project=$PROJECT" |
    xargs -r docker rm -f >/dev/null
}

# remove_files NUMBER: removes what a release has under www. Static files belong to the project's user: a login that is
# not root has a container's root do it.
remove_files() {
  rm -rf "$W/r/$1" 2>/dev/null ||
    docker run --rm --network none -v "$ROOT/$W/r:/r" --entrypoint rm \
      "$(docker inspect -f '{{.Config.Image}}' jetee-nginx)" -rf "/r/$1"
}
