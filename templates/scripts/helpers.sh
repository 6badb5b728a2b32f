# How a release's helpers stop, start and are watched (release.sh stands before this text). All of them stop, and start, side
# by side, so that it takes as long as the slowest one.

# time_of NUMBER WHAT: seconds that a release says for something: `drain`, or `start NAME` of a helper.
time_of() { sed -n "s/^$2 //p" "$P/releases/$1/times" 2>/dev/null || true; }

# each_program start|stop NUMBER: has supervisor start or stop a release's helpers; all copies of a program in one go.
each_program() {
  [ -s "$P/releases/$2/helpers" ] || return 0
  (
    # `worker:*` is a word of supervisor's.
    set -f
    for program in $(sed 's/:.*/:*/' "$P/releases/$2/helpers" | sort -u); do
      control "$(app "$2")" "$1" "$program" >/dev/null 2>&1 &
    done
    wait
  )
}

# stop_helpers NUMBER: stops a release's helpers, each with its own signal and time, for good.
stop_helpers() {
  rm -f "$P/releases/$1/mount/active"
  containers_of "$1" | xargs -r docker update --restart=no >/dev/null
  containers_of "$1" helper | xargs -r docker stop >/dev/null 2>&1 || true
  if is_supervised "$1"; then each_program stop "$1"; fi
}

# start_helpers: starts those of RELEASE, which also come back after a reboot from now on.
start_helpers() {
  if is_supervised "$RELEASE"; then
    each_program start "$RELEASE"
  else
    containers_of "$RELEASE" helper | xargs -r docker update --restart=always >/dev/null
    containers_of "$RELEASE" helper | xargs -r docker start >/dev/null 2>&1 || true
  fi
}

# helper_states [NAME…]: prints a line for each helper of RELEASE, or each of these names: its name, what it should have run,
# `well` or not, what identifies this run of it, how long that has lasted, its state in words.
helper_states() {
  if is_supervised "$RELEASE"; then
    # shellcheck disable=SC2046 # a list of words
    control "$(app "$RELEASE")" status ${*:-$(cat "$P/releases/$RELEASE/helpers")} 2>&1 | while read -r name state rest; do
      seconds=$(time_of "$RELEASE" "start ${name%%:*}")
      printf '%s %s %s\n' "$name" "${seconds:-5}" "$state $rest"
    done | awk '{
      split($7, clock, ":")
      # From the second day on, the days stand before the clock.
      lasted = $7 ~ /:/ ? clock[1] * 3600 + clock[2] * 60 + clock[3] : 86400
      well = $3 == "RUNNING"
      words = $3
      for (i = 4; i <= NF; i++) words = words " " $i
      print $1, $2, (well ? "well" : "ill"), (well ? $5 + 0 : 0), (well ? lasted : 0), words
    }'
  else
    # shellcheck disable=SC2046
    docker inspect -f '{{.Name}} {{.State.Running}} {{.RestartCount}} {{.State.StartedAt}} {{.State.Status}}' \
      ${*:-$(containers_of "$RELEASE" helper)} | while read -r name running restarts started status; do
      name=${name#/}
      program=${name#"$PROJECT-"}
      program=$(printf '%s' "$program" | sed "s/-$RELEASE\(-[0-9]*\)\{0,1\}\$//")
      seconds=$(time_of "$RELEASE" "start $program")
      well=ill
      if [ "$running $restarts" = "true 0" ]; then well=well; fi
      echo "$name ${seconds:-5} $well $started $(($(date +%s) - $(date -d "$started" +%s))) $status restarted=$restarts"
    done
  fi
}

# watch_helpers [NAME…]: waits until each helper of RELEASE, or each of these names, has run for as long as it must, without
# a stop; the first that does not ends it, and is told of, with what it printed last.
watch_helpers() {
  if [ $# -gt 0 ]; then
    :
  elif is_supervised "$RELEASE"; then
    [ -s "$P/releases/$RELEASE/helpers" ] || return 0
  else
    [ -n "$(containers_of "$RELEASE" helper)" ] || return 0
  fi
  first=
  while :; do
    states=$(helper_states "$@")
    # Each is to be the same process as at the first look.
    runs=$(printf '%s\n' "$states" | awk '{ print $1, $4 }')
    sick=$(printf '%s\n' "$states" | FIRST=${first:-$runs} awk '
      BEGIN { n = split(ENVIRON["FIRST"], lines, "\n"); for (i = 1; i <= n; i++) { split(lines[i], one, " "); was[one[1]] = one[2] } }
      $3 != "well" { print; exit }
      was[$1] != $4 { print $1, "0 ill 0 0 stopped and was started again"; exit }')
    if [ -n "$sick" ]; then
      sick_name=${sick%% *}
      printf '%s\n' "@jetee helper $sick_name $(printf '%s' "$sick" | cut -d ' ' -f 6-)"
      helper_log "$sick_name"
      return 1
    fi
    first=$runs
    if printf '%s\n' "$states" | awk '$5 < $2 { young = 1 } END { exit young }'; then return 0; fi
    sleep 0.5
  done
}

# helper_log NAME: what a helper of RELEASE printed last: its own lines of the container's log, which carry its name.
helper_log() {
  if is_supervised "$RELEASE"; then
    docker logs --tail 5000 "$(app "$RELEASE")" 2>&1 | awk -v start="${1##*:} | " 'index($0, start) == 1' | tail -n 40
  else
    docker logs --tail 40 "$1" 2>&1
  fi
}
