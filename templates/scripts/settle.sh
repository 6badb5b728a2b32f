# Brings everything in line with the release that is live (release.sh, prune.sh, hooks.sh, helpers.sh and drain.sh stand
# before this text): its helpers run, it comes back after a reboot, and every other release's containers are gone; or the
# release before it is live again, in the same sense. May be run at any time and again. One that fails without any to go
# back to stays live, and is not good: whoever comes next tries it again.
# In: RELEASE AUDIT (a line of JSON) AFTER_HOOKS, and what the texts before it take

# serve NUMBER: from now on, a release's web process comes back after a reboot.
serve() {
  : >"$P/releases/$1/mount/serving"
  for part in primary door; do
    containers_of "$1" "$part" | xargs -r docker update --restart=always >/dev/null
  done
}

# Hands the helpers over to RELEASE: those of all others have stopped before the first of its own starts.
hand_over() {
  for n in $(others); do stop_helpers "$n" & done
  wait
  serve "$RELEASE"
  : >"$P/releases/$RELEASE/mount/active"
  for part in primary door; do containers_of "$RELEASE" "$part" | xargs -r docker start >/dev/null; done
  start_helpers
}

# after_switch: runs the tasks and the hooks that wait for the switch, once; whoever is interrupted meanwhile runs them all again.
after_switch() {
  [ -e "$P/releases/$RELEASE/after-switch" ] || return 0
  for task in $(cat "$P/releases/$RELEASE/after-switch"); do
    run_task "$RELEASE" "$task" || return 1
  done
  run_hooks "$AFTER_HOOKS" || return 1
  rm -f "$P/releases/$RELEASE/after-switch"
}

# stands NUMBER: whether a release that was live can be so again.
stands() {
  [ -e "$P/releases/$1/good" ] || return 1
  primary=$(containers_of "$1" primary)
  if [ -n "$primary" ]; then
    [ "$(docker inspect -f '{{.State.Running}}' "$primary")" = true ]
  else
    [ -n "$(containers_of "$1" helper)" ]
  fi
}

# can_go_back: whether there is a release before RELEASE that can be live again. Which it was, and which one stood before
# that, is kept in the file `before`, so that another run can go back too.
can_go_back() {
  old=$(sed -n 1p "$P/releases/$RELEASE/before" 2>/dev/null || true)
  older=$(sed -n 2p "$P/releases/$RELEASE/before" 2>/dev/null || true)
  [ -n "$old" ] && stands "${old#r/}"
}

# go_back: makes that release live again, whole.
go_back() {
  failed_release=$RELEASE
  RELEASE=${old#r/}
  echo "@jetee back $RELEASE"
  serve "$RELEASE"
  point "$W/current" "$old"
  if [ -n "$older" ]; then point "$W/previous" "$older"; else rm -f "$W/previous"; fi
  hand_over
  # Visitors whom it had let in get their answers.
  drain "$failed_release"
}

# settle: hands over, watches, runs what waits for the switch, and retires the others; or goes back, and then fails.
settle() {
  failed=
  echo "@jetee step begin hand over the helpers"
  hand_over
  watch_helpers || failed=yes
  echo "@jetee step end hand over the helpers"
  if [ -z "$failed" ]; then after_switch || failed=yes; fi
  if [ -n "$failed" ] && can_go_back; then
    go_back
    exit 1
  fi
  retire
}

retire() {
  echo "@jetee step begin retire the old release"
  # Those of a release that is to be tried again run again.
  if [ -z "$failed" ]; then
    # shellcheck disable=SC2046 # lists of words
    keep_logs "$P/releases/$RELEASE/logs" $(containers_of "$RELEASE" task)
    containers_of "$RELEASE" task | xargs -r docker rm -f >/dev/null
  fi
  for n in $(others); do drain "$n" & done
  wait
  for n in $(others); do
    if [ -d "$P/releases/$n" ]; then
      # shellcheck disable=SC2046
      keep_logs "$P/releases/$n/logs" $(containers_of "$n")
    fi
    containers_of "$n" | xargs -r docker rm -f >/dev/null
  done
  if [ -z "$failed" ]; then : >"$P/releases/$RELEASE/good"; fi
  rm -f "$P/releases/$RELEASE/before"

  prune
  printf '%s\n' "$AUDIT" >>log/audit.log
  echo "@jetee step end retire the old release"
}
