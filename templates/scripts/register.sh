# Writes what Consul knows of a part of the project, and has Consul load it. Each registration has a mark that Consul's DNS
# answers for: only the answer says that it is loaded. A signal may come too early for Consul to hear it, or even end it,
# so that it comes when Consul listens, and again until there is the answer.
# In: PART (services or primary) REGISTRATION (JSON) QUESTION (for the mark, as printf takes it)
shared
mkdir -p discovery
chmod 755 discovery
file="discovery/$PROJECT.$PART"
# Whoever is interrupted before Consul has loaded it leaves this mark, and the next run does it again.
: >"$file.unloaded"
printf '%s' "$REGISTRATION" >"$file.new"
chmod 644 "$file.new"
mv "$file.new" "$file.json"

# The answer's letters, or nothing while Consul does not listen.
ask() {
  docker exec jetee-consul sh -c 'printf %b "$1" | timeout 2 nc 127.0.0.1 53' sh "$QUESTION" 2>/dev/null | tr -cd a-z
}
end=$(($(date +%s) + 60))
again=0
while answer=$(ask); do
  # Where there is an answer, it names a host by its address: 7f000001.addr.dc1.consul.
  case $answer in *addrdc*) break ;; esac
  now=$(date +%s)
  if [ "$now" -ge "$end" ]; then
    docker logs --tail 40 jetee-consul 2>&1
    exit 1
  fi
  if [ -n "$answer" ] && [ "$now" -ge "$again" ]; then
    docker kill -s HUP jetee-consul >/dev/null 2>&1 || true
    again=$((now + 3))
  fi
  sleep 0.1
done
rm -f "$file.unloaded"
