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
if [ -n "$ENTRANCE" ]; then
  # One that has only just been started has not written its process number yet; the test above leaves an empty file there.
  docker exec "$ENTRANCE" timeout 20 sh -c 'until [ -s /run/nginx.pid ]; do sleep 0.05; done; nginx -s reload -c /etc/jetee/nginx.conf'
fi
rm -f "$folder/unloaded"
