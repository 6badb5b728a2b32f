# Takes the project's lock, ends what an earlier holder left running (strays.sh stands before this text), prints the
# facts (facts.sh follows it), and holds the lock for as long as the client beats (heartbeat.sh follows them).
# In: ROOT PROJECT TOKEN HOLDER (one line of JSON: who holds it) WAIT (seconds) HELPER_IMAGE
set -eu
umask 077

# A member of the group docker cannot create the folder; a container of root's does it once.
if ! mkdir -p "$ROOT" 2>/dev/null && command -v docker >/dev/null; then
  docker run --rm -v "${ROOT%/*}:/host" --entrypoint sh "$HELPER_IMAGE" -c \
    'mkdir -p "/host/$1" && chown "root:$2" "/host/$1" && chmod 2770 "/host/$1"' \
    sh "${ROOT##*/}" "$(stat -L -c %g /var/run/docker.sock)" >&2
fi
if ! [ -w "$ROOT" ]; then
  echo "denied $(stat -c %U "$ROOT" 2>/dev/null || echo nobody)"
  exit 77
fi
cd "$ROOT"
mkdir -p locks

# waiting: says who holds the lock, and for how many seconds.
waiting() {
  since=$(stat -c %Y "locks/$PROJECT.holder" 2>/dev/null) || since=$(date +%s)
  echo "waiting $(($(date +%s) - since)) $(sed -n 2p "locks/$PROJECT.holder" 2>/dev/null)"
}
waited=0
until
  exec 9>>"locks/$PROJECT.lock"
  # Said again and again: who waits for a client that is no more fails at it, and ends.
  until flock -n 9; do
    waiting
    left=$((WAIT - waited))
    if [ "$left" -le 0 ]; then exit 75; fi
    if [ "$left" -gt 5 ]; then left=5; fi
    if flock -w "$left" 9; then break; fi
    waited=$((waited + left))
  done
  # Whoever removed the project has removed the file, perhaps while it was waited for: the lock is what has the name.
  [ "/proc/$$/fd/9" -ef "locks/$PROJECT.lock" ]
do :; done

# Ends the sshd that serves a process: what its client asks of the engine through that comes too late.
hang_up() {
  pid=$1
  while [ "${pid:-1}" -gt 1 ]; do
    case $(cat "/proc/$pid/comm" 2>/dev/null || true) in
      sshd*)
        kill "$pid" 2>/dev/null || true
        return
        ;;
    esac
    pid=$(sed -n 's/^PPid:[^0-9]*//p' "/proc/$pid/status" 2>/dev/null || true)
  done
}
# Whatever still carries the last holder's token outlived its client, or belongs to one that was silent for too long.
if last=$(head -n 1 "locks/$PROJECT.holder" 2>/dev/null) && [ -n "$last" ] && [ "$last" != "$TOKEN" ]; then
  for pid in $(pids_of "$last"); do hang_up "$pid"; done
  end_strays "$last"
fi
printf '%s\n%s\n' "$TOKEN" "$HOLDER" >"locks/$PROJECT.holder.new"
mv "locks/$PROJECT.holder.new" "locks/$PROJECT.holder"
