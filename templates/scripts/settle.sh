# Brings everything in line with the release that is live (release.sh stands before this text): its helpers run, it comes
# back after a reboot, and every other release's containers are gone. May be run at any time and again.
# In: RELEASE AUDIT (a line of JSON) AFTER_HOOKS, and what prune.sh and hooks.sh take, which stand before this text

# serve NUMBER: from now on, a release's web process comes back after a reboot.
serve() {
  : >"$P/releases/$1/mount/serving"
  for part in primary door; do
    containers_of "$1" "$part" | xargs -r docker update --restart=always >/dev/null
  done
}

# stop_helpers NUMBER: stops a release's helpers, each with its own signal and time, for good.
stop_helpers() {
  rm -f "$P/releases/$1/mount/active"
  containers_of "$1" | xargs -r docker update --restart=no >/dev/null
  containers_of "$1" helper | xargs -r docker stop >/dev/null 2>&1 || true
  if is_supervised "$1" && [ -s "$P/releases/$1/helpers" ]; then
    # shellcheck disable=SC2046 # a list of words
    control "$(app "$1")" stop $(cat "$P/releases/$1/helpers") >/dev/null 2>&1 || true
  fi
}

# start_supervised and start_contained start the release's helpers, and print those that do not run.
start_supervised() {
  helpers=$(cat "$P/releases/$RELEASE/helpers")
  [ -n "$helpers" ] || return 0
  # shellcheck disable=SC2086 # a list of words
  control "$(app "$RELEASE")" start $helpers >/dev/null || true
  # shellcheck disable=SC2086
  if ! control "$(app "$RELEASE")" status $helpers | awk '$2 != "RUNNING" { bad = 1; print "@jetee helper", $0 } END { exit bad }'; then
    ailing=yes
    docker logs --tail 40 "$(app "$RELEASE")" 2>&1
  fi
}
start_contained() {
  helpers=$(containers_of "$RELEASE" helper)
  [ -n "$helpers" ] || return 0
  # shellcheck disable=SC2086
  docker update --restart=always $helpers >/dev/null
  # shellcheck disable=SC2086
  docker start $helpers 2>&1 >/dev/null || true
  # As long as supervisor watches a process before it counts as running.
  sleep 1.2
  for helper in $helpers; do
    state=$(docker inspect -f '{{.State.Status}} restarted={{.RestartCount}}' "$helper")
    if [ "$state" != "running restarted=0" ]; then
      ailing=yes
      echo "@jetee helper $(docker inspect -f '{{.Name}}' "$helper" | tr -d /) $state"
      docker logs --tail 40 "$helper" 2>&1
    fi
  done
}

# Hands the helpers over to the release; sets `ailing` when not all of them run there.
hand_over() {
  echo "@jetee step begin hand over the helpers"
  for n in $(others); do stop_helpers "$n"; done
  serve "$RELEASE"
  : >"$P/releases/$RELEASE/mount/active"
  for part in primary door; do containers_of "$RELEASE" "$part" | xargs -r docker start >/dev/null; done
  ailing=
  if is_supervised "$RELEASE"; then start_supervised; else start_contained; fi
  echo "@jetee step end hand over the helpers"
}

# after_switch: runs the tasks and the hooks that wait for the switch, once; whoever is interrupted meanwhile runs them all again.
after_switch() {
  for task in $(cat "$P/releases/$RELEASE/after-switch" 2>/dev/null); do
    run_task "$RELEASE" "$task" || return 1
  done
  run_hooks "$AFTER_HOOKS" || return 1
  rm -f "$P/releases/$RELEASE/after-switch"
}

retire() {
  echo "@jetee step begin retire the old release"
  # shellcheck disable=SC2046 # lists of words
  keep_logs "$P/releases/$RELEASE/logs" $(containers_of "$RELEASE" task)
  containers_of "$RELEASE" task | xargs -r docker rm -f >/dev/null
  for n in $(others); do
    # The door first: it lets requests that are under way come to their end.
    for part in door primary; do containers_of "$n" "$part" | xargs -r docker stop >/dev/null 2>&1 || true; done
    if [ -d "$P/releases/$n" ]; then
      # shellcheck disable=SC2046
      keep_logs "$P/releases/$n/logs" $(containers_of "$n")
    fi
    containers_of "$n" | xargs -r docker rm -f >/dev/null
  done
  : >"$P/releases/$RELEASE/good"

  prune
  printf '%s\n' "$AUDIT" >>log/audit.log
  echo "@jetee step end retire the old release"
}
