# Opens a shell, or runs a command, in a container of the project that runs (inside.sh stands before this text), as the user
# and in the environment of its processes.
# In: CONFIGURATION SERVICE (empty for the primary one) TERMINAL (what TERM shall be; empty without one) ROWS COLS (its size)
# IN_CONTAINER (the text of in-container.sh); the positional parameters: the command, or none for a shell
user=
if [ -n "$SERVICE" ]; then
  container="$PROJECT-$SERVICE"
  user=root
else
  find_live
  container="$PROJECT-app-$live"
  if is_supervised; then user=app; fi
fi
found=$(docker inspect --type container -f '{{.State.Status}}|{{with .Config}}{{index .Labels "jetee.project"}}|{{index .Labels "jetee.service"}}|{{index .Labels "jetee.release"}}|{{index .Labels "jetee.configuration"}}{{end}}' \
  "$container" </dev/null) || no container "$container"
# Without a site, the project's container is a helper.
case ${found#*|} in
  "$PROJECT|${SERVICE:-primary|$live}|"* | "$PROJECT|${SERVICE:-helper|$live}|"*) ;;
  *) no container "$container" ;;
esac
if [ "${found##*|}" != "$CONFIGURATION" ]; then no configuration "${found##*|}"; fi
if [ "${found%%|*}" != running ]; then no running "$container" "${found%%|*}"; fi

set -- "$container" sh -c "$IN_CONTAINER" jetee "$container" "$ROWS" "$COLS" "$@"
case $user in
  app) set -- --user app -e HOME=/home/app -e USER=app -e LOGNAME=app "$@" ;;
  root) set -- --user root "$@" ;;
esac
if [ -n "$TERMINAL" ]; then set -- -t -e "TERM=$TERMINAL" --detach-keys "$keys" "$@"; fi
exec docker exec -i "$@"
