# Waits until a service answers in its own protocol.
# In: CONTAINER DEADLINE (seconds); the positional parameters: the probe
end=$(($(date +%s) + DEADLINE))
until docker exec "$CONTAINER" "$@" >/dev/null 2>&1; do
  if [ "$(docker inspect -f '{{.State.Running}} {{.RestartCount}}' "$CONTAINER" | awk '{ print ($1 == "false" || $2 > 3) }')" = 1 ] ||
    [ "$(date +%s)" -ge "$end" ]; then
    docker exec "$CONTAINER" "$@" 2>&1 || true
    docker logs --tail 40 "$CONTAINER" 2>&1
    exit 1
  fi
  sleep 0.3
done
