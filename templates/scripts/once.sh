# Prints what a container for a single command is made from (inside.sh stands before this text), and removes those that
# interrupted runs have left: whoever made one is gone when it has not started, or is not removed, for ten minutes.
# In: CONFIGURATION
find_live
printf 'live %s\n' "$live"
if is_supervised; then echo "supervised"; fi
printf 'record '
base64 -w0 "$P/releases/$live/containers.json" || no release
echo
found=$(docker inspect --type container \
  -f '{{index .Config.Labels "jetee.configuration"}}|{"Dns":{{json .HostConfig.Dns}},"DnsSearch":{{json .HostConfig.DnsSearch}},"DnsOptions":{{json .HostConfig.DnsOptions}},"Entrypoint":{{json .Config.Entrypoint}}}' \
  "$PROJECT-app-$live") || no container "$PROJECT-app-$live"
if [ "${found%%|*}" != "$CONFIGURATION" ]; then no configuration "${found%%|*}"; fi
printf '%s\n' "found ${found#*|}"
if command -v docker-init >/dev/null || [ -x /usr/libexec/docker/docker-init ]; then echo "init"; fi

long_ago=$(date -u -d "@$(($(date +%s) - 600))" +%Y-%m-%dT%H:%M:%S)
docker ps -aq --filter "label=jetee.project=$PROJECT" --filter label=jetee.service=run \
  --filter "name=^/?$PROJECT-run-[0-9a-f]{8}\$" --filter status=created --filter status=exited --filter status=dead |
  xargs -r docker inspect -f '{{.Created}} {{.Id}}' |
  while read -r created id; do
    if expr "$created" \< "$long_ago" >/dev/null; then docker rm -f "$id"; fi
  done >/dev/null 2>&1
