# Brings everything in line with the release that is live: its helpers run, it comes back after a reboot, and every
# other release's container is gone. May be run at any time and again.
# In: RELEASE KEEP (number of good releases to keep) AUDIT (a line of JSON)
app() { echo "$PROJECT-app-$1"; }
control() {
  c=$1
  shift
  docker exec "$c" supervisorctl -c /etc/jetee/supervisord.conf "$@"
}
# Numbers of the releases other than the live one, that have a container.
others() {
  for name in $(docker ps -a --filter "label=jetee.project=$PROJECT" --format '{{.Names}}' |
    sed -n "s/^$PROJECT-app-\([0-9][0-9]*\)\$/\1/p"); do
    if [ "$name" != "$RELEASE" ]; then echo "$name"; fi
  done
}

# Hands the helpers over to the release; sets `ailing` when not all of them run there.
hand_over() {
  echo "@jetee step begin hand over the helpers"
  for n in $(others); do
    rm -f "$P/releases/$n/mount/active"
    docker update --restart=no "$(app "$n")" >/dev/null
    if [ -s "$P/releases/$n/helpers" ]; then
      # shellcheck disable=SC2046 # a list of words
      control "$(app "$n")" stop $(cat "$P/releases/$n/helpers") >/dev/null 2>&1 || true
    fi
  done
  : >"$P/releases/$RELEASE/mount/serving"
  : >"$P/releases/$RELEASE/mount/active"
  docker update --restart=always "$(app "$RELEASE")" >/dev/null
  docker start "$(app "$RELEASE")" >/dev/null
  ailing=
  helpers=$(cat "$P/releases/$RELEASE/helpers")
  if [ -n "$helpers" ]; then
    # shellcheck disable=SC2086 # a list of words
    control "$(app "$RELEASE")" start $helpers >/dev/null || true
    # shellcheck disable=SC2086
    if ! control "$(app "$RELEASE")" status $helpers | awk '$2 != "RUNNING" { bad = 1; print "@jetee helper", $0 } END { exit bad }'; then
      ailing=yes
      docker logs --tail 40 "$(app "$RELEASE")" 2>&1
    fi
  fi
  echo "@jetee step end hand over the helpers"
}

retire() {
  echo "@jetee step begin retire the old release"
  for n in $(others); do
    docker stop "$(app "$n")" >/dev/null 2>&1 || true
    remove_app "$n"
  done
  : >"$P/releases/$RELEASE/good"

  # Keep the images and specifications of the last good releases, and the static files of the last two.
  kept=0
  previous=$(readlink "$W/previous" 2>/dev/null || true)
  for n in $(ls "$P/releases" | sort -rn); do
    if [ -e "$P/releases/$n/good" ] && [ "$kept" -lt "$KEEP" ]; then
      kept=$((kept + 1))
    elif [ "$n" != "$RELEASE" ]; then
      docker rmi "jetee/$PROJECT:$n" >/dev/null 2>&1 || true
      rm -rf "$P/releases/$n"
    fi
  done
  # An interrupted build may have ended behind the back of what cleared up after it.
  for n in $(docker images "jetee/$PROJECT" --format '{{.Tag}}'); do
    if ! [ -d "$P/releases/$n" ]; then docker rmi "jetee/$PROJECT:$n" >/dev/null 2>&1 || true; fi
  done
  for folder in "$W"/r/*; do
    n=${folder##*/}
    if [ "$n" != "$RELEASE" ] && [ "r/$n" != "$previous" ]; then remove_files "$n"; fi
  done
  printf '%s\n' "$AUDIT" >>log/audit.log
  echo "@jetee step end retire the old release"
}

settle() {
  hand_over
  retire
}
