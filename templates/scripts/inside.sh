# Goes before what opens a terminal in a container, or makes one for a single command; takes no lock, and changes nothing.
# What it does not find it says in a line `@jetee no`.
# In: ROOT PROJECT
set -eu
no() {
  printf '@jetee no %s\n' "$*"
  exit 70
}
[ -d "$ROOT" ] || no release
[ -w "$ROOT" ] || no rights "$(stat -L -c %U "$ROOT")"
cd "$ROOT"
P="projects/$PROJECT"

# find_live: sets `live` to the number of the release that is live.
find_live() {
  live=$(readlink "www/$PROJECT/current") || no release
  live=${live#r/}
}
is_supervised() { [ -e "$P/releases/$live/mount/supervisord.conf" ]; }

# What is typed goes to the program, the keys included by which Docker's client would let go of it: it must have some, so
# they are a row that nobody types.
keys='ctrl-^,ctrl-@,ctrl-^,ctrl-@,ctrl-^,ctrl-@'
