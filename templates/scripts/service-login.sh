# Tries a service's password on its data, and keeps the password once that is open. Until then a mark stays.
# In: CONTAINER SERVICE; the positional parameters: the login, or none; standard input: the password
mkdir -p "$P/untried" "$P/passwords"
: >"$P/untried/$SERVICE"
if [ $# -gt 0 ]; then
  begun=$(date +%s)
  status=0
  docker exec "$CONTAINER" "$@" </dev/null 2>&1 || status=$?
  if [ "$status" = 126 ] || [ "$status" = 127 ]; then
    echo "The image has no such program: the password of $SERVICE is not tried."
  elif [ "$status" != 0 ]; then
    # What the service tells of it only there, such as that there is no such user.
    docker logs --since "$begun" --tail 20 "$CONTAINER" 2>&1
    exit 1
  fi
fi
write "$P/passwords/$SERVICE"
rm "$P/untried/$SERVICE"
