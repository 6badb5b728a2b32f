# Waits until a service is ready: a probe in its container succeeds, or its port takes connections, or it simply runs.
# In: CONTAINER DEADLINE (seconds) PORT (or empty); the positional parameters: the probe, or none
ready() {
  if [ $# -gt 0 ]; then
    docker exec "$CONTAINER" "$@"
  elif [ -n "$PORT" ]; then
    address=$(docker inspect -f '{{range .NetworkSettings.Networks}}{{.IPAddress}}{{end}}' "$CONTAINER")
    # From nginx, on the server's own network: the service's image need not have a tool for it.
    docker exec jetee-nginx timeout 2 bash -c 'exec 3<>"/dev/tcp/$0/$1"' "$address" "$PORT"
  else
    before=$(docker inspect -f '{{.State.Running}} {{.RestartCount}}' "$CONTAINER")
    sleep 1
    [ "$(docker inspect -f '{{.State.Running}} {{.RestartCount}}' "$CONTAINER")" = "true ${before#true }" ]
  fi
}

end=$(($(date +%s) + DEADLINE))
until ready "$@" >/dev/null 2>&1; do
  if [ "$(docker inspect -f '{{.State.Running}} {{.RestartCount}}' "$CONTAINER" | awk '{ print ($1 == "false" || $2 > 3) }')" = 1 ] ||
    [ "$(date +%s)" -ge "$end" ]; then
    ready "$@" 2>&1 || true
    docker logs --tail 40 "$CONTAINER" 2>&1
    exit 1
  fi
  sleep 0.3
done
