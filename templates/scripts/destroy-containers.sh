# Removes the project's containers, each stopped with its own signal and time: requests and jobs under way come to their
# end (engine.sh stands before this text). One that somebody has started from the project's image by hand has no service of
# ours, and stays.
# In: VOLUMES (empty: no data is to go)
has_engine || exit 0

# parts CONDITION: ids of the project's containers that meet it: `service` and `release` are their labels. It fails with
# the engine: one that does not answer is not one without containers.
parts() {
  listed=$(docker ps -a --filter "label=jetee.project=$PROJECT" \
    --format '{{.ID}}|{{.Label "jetee.service"}}|{{.Label "jetee.release"}}') || return
  printf '%s\n' "$listed" |
    awk -F '|' '{ id = $1; service = $2; release = $3 } service != "" && ('"$1"') { print id }'
}

# Doors let requests come to their end while the app is there; services are there as long as anybody may ask them.
for condition in 'service == "door" && release != ""' 'service == "run" || release != ""' 1; do
  found=$(parts "$condition")
  printf '%s\n' "$found" | xargs -r docker stop >/dev/null 2>&1 || true
  # Volumes without a name are the container's own.
  found=$(parts "$condition")
  printf '%s\n' "$found" | xargs -r docker rm -f ${VOLUMES:+-v} >/dev/null
done
