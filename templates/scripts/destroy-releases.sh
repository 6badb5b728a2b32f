# Removes the project's releases and its network, whoever is in it (wipe.sh and engine.sh stand before this text).
# Without the links and the folders, a run that comes after an interrupted one makes a new release.
rm -f "$W/current" "$W/previous"
wipe "$P/releases"
has_engine || exit 0

# An engine that does not answer is not one without images and networks: each list is had before it is gone through.
images=$(docker images "jetee/$PROJECT" --format '{{.Repository}}:{{.Tag}}')
printf '%s\n' "$images" | { grep -v -e '<none>' -e '^$' || true; } | while read -r image; do
  docker rmi "$image" >/dev/null 2>&1 || echo "@jetee stays $image"
done
docker images -q --filter dangling=true --filter "label=jetee.project=$PROJECT" |
  xargs -r docker rmi >/dev/null 2>&1 || true

networks=$(docker network ls -q --filter "label=jetee.project=$PROJECT")
for network in $networks; do
  # The network does not know of those that do not run; such a one of ours would not start any more.
  for container in jetee-consul $(docker network inspect -f '{{range $id, $_ := .Containers}}{{$id}} {{end}}' "$network"); do
    docker network disconnect -f "$network" "$container" >/dev/null 2>&1 || true
  done
  docker network rm "$network" >/dev/null
done
