
# over PROJECT: whether it is a preview whose time is over: as many seconds after its last release was begun as it may have.
over() {
  seconds=$(sed -n 's/.*[{,]"preview":{.*[{,]"expiresSeconds":\([0-9][0-9]*\)[,}].*/\1/p' "projects/$1/owner.json" 2>/dev/null)
  [ -n "$seconds" ] || return 1
  begun=$(stat -c %Y "projects/$1/sequence" 2>/dev/null || stat -c %Y "projects/$1/owner.json" 2>/dev/null) || return 1
  [ "$(date +%s)" -ge "$((begun + seconds))" ]
}

runs() { [ "$(docker inspect -f '{{.State.Running}}' "$1" 2>/dev/null)" = true ]; }

if [ $# = 0 ]; then
  # Without its engine, nothing can be removed: it is tried again in an hour.
  timeout 60 docker version >/dev/null 2>&1 || exit 0
  for owner in projects/*/owner.json; do
    name=${owner#projects/}
    name=${name%/owner.json}
    if ! over "$name"; then continue; fi
    # One that cannot be removed, or that a run is at work on, does not stop the others.
    sh "$ROOT/previews/expire.sh" "$name" || echo "$name was not removed: status $?"
  done
  exit 0
fi

PROJECT=$1
TOKEN=$(cat /proc/sys/kernel/random/uuid)
JETEE_TOKEN=$TOKEN
export JETEE_TOKEN
HOLDER='the server itself, which removes what has expired'
WAIT=0
take_lock
# A run may have brought it up to date before the lock was free.
over "$PROJECT" || exit 0
echo "Removing $PROJECT, as its time is over"
VOLUMES=yes
KEEP=
SITE=
VISITORS=
EXPIRE=
GOING=$PROJECT
AUDIT=$(printf '{"time":"%s","actor":"","run":"","project":"%s","outcome":"expired"}' "$(date -u +%Y-%m-%dT%H:%M:%SZ)" "$PROJECT")
if runs jetee-nginx; then site; fi
containers
discovery
releases
if [ -e firewall/firewall.sh ]; then
  FIREWALL=$(cat firewall/firewall.sh && echo .)
  FIREWALL=${FIREWALL%.}
  isolation
fi
timer
files
