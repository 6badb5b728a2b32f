# Keeps the networks of all projects apart, by the rules of firewall.sh, which lies on the server from then on.
# In: FIREWALL (text of firewall.sh) HELPER_IMAGE (where a login that is not root becomes root on the host)
shared
# The server itself writes them, too, as root, when a preview's time is over; who works in the group docker reads them then.
umask 022
networks=$(docker network ls -q --filter label=jetee.project)
# shellcheck disable=SC2086 # a list of words
if [ -n "$networks" ]; then
  networks=$(docker network inspect $networks -f \
    '{{$name := index .Labels "jetee.project"}}{{$bridge := index .Options "com.docker.network.bridge.name"}}{{range .IPAM.Config}}{{$bridge}} {{.Subnet}} {{$name}}{{"\n"}}{{end}}')
fi
mkdir -p firewall
# Until the rules that are written here are loaded, there are none.
rm -f firewall/loaded
printf '%s' "$FIREWALL" | write firewall/firewall.sh
# Others, such as one that somebody has labelled by hand, have no bridge of such a name.
printf '%s\n' "$networks" | grep '^jt-' | sort | while read -r bridge subnet name; do
  if grep -q '[{,]"preview":{' "projects/$name/owner.json" 2>/dev/null; then subnet="$subnet preview"; fi
  echo "$bridge $subnet"
done | write firewall/networks

on_host() {
  if [ "$(id -u)" = 0 ]; then
    sh "$ROOT/firewall/firewall.sh" "$@"
  else
    docker run --rm --network host --cap-add NET_ADMIN --security-opt label=disable -v /:/host \
      --entrypoint chroot "$HELPER_IMAGE" /host sh "$ROOT/firewall/firewall.sh" "$@"
  fi
}
on_host load install 2>&1 || echo "@jetee open"
