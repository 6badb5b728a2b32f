# Asks a release's code which migrations the database has that it does not know (release.sh stands before this text).
# In: RELEASE LOCATION (folder of its code); the positional parameters: the command, which prints `@migration NAME` for each
answer=$(docker exec --user app --workdir "$LOCATION" "$(app "$RELEASE")" "$@" 2>&1) || {
  status=$?
  printf '%s\n' "$answer"
  exit "$status"
}
printf '%s\n' "$answer" | sed -n 's/^@migration /@jetee migration /p'
