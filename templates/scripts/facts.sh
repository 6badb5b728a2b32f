# Prints what is on the server, one fact a line: a word, then its values (disk.sh stands before this text). What may have
# a backslash is no argument of echo, which reads it.
# In: ROOT PROJECT
facts() {
  echo "user $(id -un) $(id -u)"
  (. /etc/os-release && echo "os ${ID:-unknown} ${VERSION_ID:-}")
  echo "architecture $(uname -m)"
  if command -v apt-get >/dev/null; then echo "apt"; fi
  if command -v docker >/dev/null; then
    echo "docker"
    if docker buildx version >/dev/null 2>&1 || docker --version | grep -q ' 20\.'; then echo "buildkit"; fi
  fi
  if [ -e docker.halfway ]; then echo "docker_halfway"; fi
  if [ -r /etc/docker/daemon.json ]; then echo "daemon_json $(base64 -w0 /etc/docker/daemon.json)"; fi
  if [ -e /proc/net/if_inet6 ]; then echo "ipv6"; fi

  if (PATH=$PATH:/usr/sbin:/sbin && command -v iptables >/dev/null); then echo "iptables"; fi
  if [ -e firewall/loaded ]; then
    echo "firewall $(sha256sum <firewall/firewall.sh | cut -d' ' -f1)"
    sed 's/^/firewall_network /' firewall/networks
    # Who is not root may not ask for the kernel's rules; unless somebody takes them out, they hold until the next boot.
    if [ "$(id -u)" = 0 ]; then
      if [ "$(sh firewall/firewall.sh state)" = "$(cat firewall/loaded)" ]; then echo "firewall_loaded"; fi
    elif [ "$(cat /proc/sys/kernel/random/boot_id)" = "$(head -n 1 firewall/loaded)" ]; then
      echo "firewall_loaded"
    fi
  fi

  disk
  # Less than a deploy wants: then it is told what takes the space.
  if [ "$(disk | cut -d' ' -f2)" -lt 1048576 ]; then
    space_of() { timeout 20 du -skc "$@" 2>/dev/null | tail -n 1 | cut -f1; }
    container_logs=$(space_of "$(docker_data)"/containers/*/*.log*)
    system_logs=$(space_of /var/log)
    echo "log_space ${container_logs:-0} ${system_logs:-0}"
  fi

  # Destination and mask are hexadecimal, in the host's byte order.
  awk 'NR > 1 { print "route", $2, $8 }' /proc/net/route
  # Those that a container reaches; with systemd-resolved, the ones behind the host's own.
  for conf in /etc/resolv.conf /run/systemd/resolve/resolv.conf; do
    if awk '$1 == "nameserver" && $2 ~ /^[0-9.]+$/ && $2 !~ /^127\./ { found = 1; print "resolver", $2 } END { exit !found }' "$conf" 2>/dev/null; then
      break
    fi
  done
  # State 0A is LISTEN, 0050 is port 80.
  if awk '$4 == "0A" && $2 ~ /:0050$/ { found = 1 } END { exit !found }' /proc/net/tcp /proc/net/tcp6 2>/dev/null; then
    echo "port80 $(ss -Hltnp 'sport = :80' 2>/dev/null | sed -n 's/.*users:((\("[^"]*",pid=[0-9]*\).*/\1/p' | head -n 1)"
  fi

  for site in nginx/sites/*.conf; do
    [ -e "$site" ] || continue
    name=${site##*/}
    name=${name%.conf}
    # What was put there without being loaded counts as another text.
    if [ -e nginx/sites/unloaded ]; then hash=unloaded; else hash=$(sha256sum <"$site" | cut -d' ' -f1); fi
    printf '%s\n' "site $name $hash $(sed -n 's/^# jetee //p' "$site" | tr -d '\n')"
  done
  # Whose the projects are, the one that has been there longest first.
  # shellcheck disable=SC2012 # the names are ours
  ls -1tr projects/*/owner.json 2>/dev/null | while read -r file; do
    name=${file#projects/}
    printf '%s\n' "owner_of ${name%/owner.json} $(cat "$file")"
  done
  # The texts that a plan compares line by line.
  if [ -e "nginx/sites/$PROJECT.conf" ]; then echo "site_text $(base64 -w0 "nginx/sites/$PROJECT.conf")"; fi
  if [ -e nginx/nginx.conf ]; then echo "nginx_text $(base64 -w0 nginx/nginx.conf)"; fi
  if [ -e nginx/nginx.conf ]; then echo "nginx_conf $(sha256sum <nginx/nginx.conf | cut -d' ' -f1)"; fi

  for file in discovery/*.services.json; do
    [ -e "$file" ] || continue
    name=${file#discovery/}
    echo "registered ${name%.services.json}"
  done
  for part in services primary; do
    file="discovery/$PROJECT.$part"
    if [ -e "$file.json" ]; then echo "registration $part $(base64 -w0 "$file.json")"; fi
    if [ -e "$file.unloaded" ]; then echo "registration_unloaded $part"; fi
  done

  project="projects/$PROJECT"
  if [ -e previews/timer ]; then echo "preview_timer $(cat previews/timer)"; fi
  if [ -e "previews/gone/$PROJECT" ]; then echo "gone $(cat "previews/gone/$PROJECT")"; fi
  if [ -e "$project/owner.json" ]; then printf '%s\n' "owner $(cat "$project/owner.json")"; fi
  for user in repositories/*/users/"$PROJECT"; do
    if [ -e "$user" ]; then echo "repository $(basename "${user%/users/*}")"; fi
  done
  if [ -d "$project/releases" ] && [ -d "$project/source" ] && [ -d "$project/secrets" ] &&
    [ -d "www/$PROJECT/r" ] && [ -d "www/$PROJECT/media" ]; then
    echo "folders"
  fi
  if [ -e "$project/key" ]; then echo "key $(cat "$project/key")"; fi
  if [ -e "$project/entrance/nginx.conf" ] && ! [ -e "$project/entrance/unloaded" ]; then
    echo "entrance_text $(base64 -w0 "$project/entrance/nginx.conf")"
  fi
  if [ -e "$project/sequence" ]; then echo "sequence $(cat "$project/sequence")"; fi
  for password in "$project"/passwords/*; do
    if [ -e "$password" ]; then echo "password ${password##*/} $(cat "$password")"; fi
  done
  for mark in "$project"/untried/*; do
    if [ -e "$mark" ]; then echo "untried ${mark##*/}"; fi
  done
  if [ -e "www/$PROJECT/jetee-maintenance.html" ]; then echo "maintenance"; fi
  live=
  for link in current previous; do
    if [ -L "www/$PROJECT/$link" ]; then
      target=$(readlink "www/$PROJECT/$link")
      echo "$link ${target#r/}"
      if [ "$link" = current ]; then live=${target#r/}; fi
    fi
  done
  if [ -e "$project/releases/${live:-none}/parts.json" ]; then
    echo "parts $(base64 -w0 "$project/releases/$live/parts.json")"
  fi
  for release in "$project"/releases/*/; do
    [ -d "$release" ] || continue
    number=${release%/}
    number=${number##*/}
    marks=
    if [ -e "$release/good" ]; then marks="$marks good"; fi
    if [ -e "$release/mount/active" ]; then marks="$marks active"; fi
    echo "marks $number$marks"
    if [ -e "$release/release.json" ]; then printf '%s\n' "release $number $(cat "$release/release.json")"; fi
  done
}
facts
echo ready
