# Stands before the scripts that say how full the disk is.

# disk: prints the free and all the KiB, and the folder, where Docker keeps its data, or will.
disk() {
  place=/var/lib/docker
  [ -d "$place" ] || place=/var/lib
  df -Pk "$place" | awk -v place="$place" 'NR == 2 { print "disk", $4, $2, place }'
}
