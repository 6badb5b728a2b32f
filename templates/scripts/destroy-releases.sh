# Removes the project's releases and its network, whoever is in it (wipe.sh stands before this text).
# Without the links and the folders, a run that comes after an interrupted one makes a new release.
rm -f "$W/current" "$W/previous"
wipe "$P/releases"
command -v docker >/dev/null || exit 0

docker images "jetee/$PROJECT" --format '{{.Repository}}:{{.Tag}}' | grep -v '<none>' | while read -r image; do
  docker rmi "$image" >/dev/null 2>&1 || echo "@jetee stays $image"
done
docker images -q --filter dangling=true --filter "label=jetee.project=$PROJECT" |
  xargs -r docker rmi >/dev/null 2>&1 || true

for network in $(docker network ls -q --filter "label=jetee.project=$PROJECT"); do
  # The network does not know of those that do not run; such a one of ours would not start any more.
  for container in jetee-consul $(docker network inspect -f '{{range $id, $_ := .Containers}}{{$id}} {{end}}' "$network"); do
    docker network disconnect -f "$network" "$container" >/dev/null 2>&1 || true
  done
  docker network rm "$network" >/dev/null
done
