# Stands before the scripts that say how full the disk is.

# docker_data: the folder where Docker keeps its data, or will: its settings may name one on another disk.
docker_data() {
  named=$(sed -n 's/.*"data-root" *: *"\([^"]*\)".*/\1/p' /etc/docker/daemon.json 2>/dev/null | tail -n 1)
  echo "${named:-/var/lib/docker}"
}

# disk: prints the free and all the KiB of the disk with that folder, and the folder, or the one above it that is there.
disk() {
  place=$(docker_data)
  until [ -d "$place" ]; do place=$(dirname "$place"); done
  df -Pk "$place" | awk -v place="$place" 'NR == 2 { print "disk", $4, $2, place }'
}
