# Writes the configuration of the project's entrance, or removes it. An entrance that runs tests it first, and then loads
# it; the requests that are under way come to their end.
# In: ENTRANCE_CONF (empty for none) ENTRANCE (the container that runs, or empty)
folder="$P/entrance"
if [ -z "$ENTRANCE_CONF" ]; then
  rm -rf "$folder"
  exit 0
fi
mkdir -p "$folder"
printf '%s' "$ENTRANCE_CONF" >"$folder/next.conf"
if [ -n "$ENTRANCE" ]; then
  docker exec "$ENTRANCE" nginx -t -q -c /etc/jetee/next.conf
  # Whoever is interrupted before nginx has loaded it leaves this mark, and the next run does it again.
  : >"$folder/unloaded"
fi
mv "$folder/next.conf" "$folder/nginx.conf"
if [ -n "$ENTRANCE" ]; then reload "$ENTRANCE"; fi
rm -f "$folder/unloaded"
