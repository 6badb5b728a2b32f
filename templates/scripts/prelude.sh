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

# write FILE: replaces the file by standard input, in one step; one that finds no room stays as it is.
write() {
  cat >"$1.new" && mv "$1.new" "$1" && return
  rm -f "$1.new"
  return 1
}

# point LINK TARGET: replaces the symbolic link, in one step.
point() {
  ln -sfn "$2" "$1.new"
  mv -T "$1.new" "$1"
}

# shared: holds the server's own lock until the script ends, around what projects share. No project has its name.
shared() {
  exec 8>>locks/.server.lock
  flock 8
}

# reload CONTAINER: has its nginx load its configuration, which a test has just found good. One that has only just been
# started has not written its process number yet; the test leaves an empty file there.
reload() {
  docker exec "$1" timeout 20 sh -c 'until [ -s /run/nginx.pid ]; do sleep 0.05; done; nginx -s reload -c /etc/jetee/nginx.conf'
}
