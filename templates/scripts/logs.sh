# Prints what was logged so far, in order of time: a line is its time (RFC 3339, UTC, 30 characters), its release's number
# (0 for none), its name, and its text (read.sh stands before this text). Nothing is changed.
# In: ROOT PROJECT OF (`project`, `site` or a service's name) SUPERVISED (not empty when a line of the project's container
# says which process it comes from) NAMES (those that are wanted, with spaces around; empty for all) HOSTS (names of the
# site's servers, separated by spaces) SINCE (RFC 3339, UTC; or empty) AGE (seconds; or empty) LINES (the last ones of each
# name; or empty for all) FOLLOW (not empty when what is logged from now on is asked for elsewhere)
export LC_ALL=C
now=$(date +%s)
if [ -n "$AGE" ]; then SINCE=$(date -u -d "@$((now - AGE))" +%Y-%m-%dT%H:%M:%S); fi
# What was logged in the last second may not be in its file yet.
until=$((now - 1))
echo "@until $until"
pipes=$(mktemp -d)
trap 'rm -rf "$pipes"' EXIT
trap 'exit 1' HUP INT TERM PIPE
count=0

# add_log RELEASE NAME PARSE COMMAND…: what a command prints is one of the logs. PARSE says what its lines are: `plain`,
# `named` (each begins with its process's name), or `site` (nginx's, of all sites).
add_log() {
  count=$((count + 1))
  pipe="$pipes/$count"
  mkfifo "$pipe"
  release=$1 name=$2 parse=$3
  shift 3
  "$@" 2>&1 | awk -v release="$release" -v name="$name" -v parse="$parse" -v names="$NAMES" -v since="$SINCE" \
    -v project="$PROJECT" -v hosts="$HOSTS" '
    BEGIN { hostCount = split(hosts, host, " ") }
    function isOurs(text,    i) {
      for (i = 1; i <= hostCount; i++) if (index(text, ", server: " host[i] ",")) return 1
      return 0
    }
    # What has no time is the beginning of a log that was cut.
    substr($0, 1, 31) !~ /^[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9T:.]*Z $/ { next }
    since != "" && substr($0, 1, 30) < since { next }
    {
      time = substr($0, 1, 30)
      text = substr($0, 32)
      from = name
      if (parse == "named") {
        bar = index(text, " | ")
        if (bar > 1 && bar < 40 && substr(text, 1, bar - 1) ~ /^[a-z0-9-]+$/) {
          from = substr(text, 1, bar - 1)
          text = substr(text, bar + 3)
        }
      } else if (parse == "site") {
        if (index(text, project " ") == 1) text = substr(text, length(project) + 2)
        else if (!isOurs(text)) next
      }
      if (names != "" && !index(names, " " from " ")) next
      print time " " release " " from " " text
    }' >"$pipe" &
}

# live CONTAINER: a container's log.
live() {
  docker logs --timestamps ${SINCE:+--since "${SINCE%Z}Z"} ${FOLLOW:+--until "$until"} "$1"
}

# of_release RELEASE CONTAINER COMMAND…: the log of a release's container, which its name says all about.
of_release() {
  number=$1
  part=${2#"$PROJECT-"}
  shift 2
  case $part in
    *-"$number") part=${part%-"$number"} ;;
    *-"$number"-[0-9] | *-"$number"-[0-9][0-9]) part=${part%-"$number"-*}-$((${part##*-} - 1)) ;;
    *) return 0 ;;
  esac
  parse=plain
  if [ "$part" = app ] && [ -n "$SUPERVISED" ]; then parse=named; fi
  add_log "$number" "${part#task-}" "$parse" "$@"
}

case $OF in
  project)
    for file in projects/"$PROJECT"/releases/*/logs/*.gz projects/"$PROJECT"/failed/*/*.gz; do
      [ -e "$file" ] || continue
      container=${file##*/}
      folder=${file%/*}
      of_release "$(basename "${folder%/logs}")" "${container%.gz}" gzip -dc "$file"
    done
    # The list comes first: what runs in a loop's condition would share its input.
    for line in $(docker ps -a --filter "label=jetee.project=$PROJECT" --filter label=jetee.release \
      --format '{{.Label "jetee.release"}}:{{.Names}}'); do
      case $line in
        [0-9]*:"$PROJECT"-*) of_release "${line%%:*}" "${line#*:}" live "${line#*:}" ;;
      esac
    done
    ;;
  site) add_log 0 site site live jetee-nginx ;;
  *) add_log 0 "$OF" plain live "$PROJECT-$OF" ;;
esac
if [ "$count" = 0 ]; then exit 0; fi

merged() { sort -m -s -k1,1 "$pipes"/*; }
if [ -n "$LINES" ]; then
  merged | awk -v lines="$LINES" '
    {
      all[NR] = $0
      split(substr($0, 32, 80), word, " ")
      key = word[2]
      mine = ++seen[key]
      place[key, mine] = NR
      if (mine > lines) {
        delete all[place[key, mine - lines]]
        delete place[key, mine - lines]
      }
    }
    END { for (i = 1; i <= NR; i++) if (i in all) print all[i] }'
else
  merged
fi
