# Goes before facts.sh, where the facts are read without the lock and nothing may be changed. Says who holds the lock,
# and ends where the login could not take it.
# In: ROOT PROJECT
set -eu
denied() {
  echo "denied $1"
  exit 77
}
if [ -d "$ROOT" ]; then
  [ -w "$ROOT" ] || denied "$(stat -L -c %U "$ROOT")"
  cd "$ROOT"
else
  # The folder is made by root, or by a container for a login that may use Docker.
  [ -w "${ROOT%/*}" ] || docker version >/dev/null 2>&1 || denied nobody
  # A folder in which nothing has a name that the facts are looked for under.
  cd /proc/self/fdinfo
fi
# The kernel lists every lock with its file's number; trying to take it would change what others see.
lock=locks/$PROJECT.lock
if [ -e "$lock" ] && awk -v inode="$(stat -c %i "$lock")" '
  $2 == "FLOCK" { split($6, part, ":"); if (part[3] == inode) held = 1 }
  END { exit !held }' /proc/locks; then
  echo "held $(sed -n 2p "locks/$PROJECT.holder" 2>/dev/null)"
fi
