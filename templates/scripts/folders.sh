# Makes the project's folders and writes what is made once: its owner, its key and the services' passwords.
# In: OWNER (JSON) KEY MOST (previews of its project on the server at once; empty for what is no preview) REPOSITORY and OF
# (whose previews are counted, as their owner.json has it); standard input: lines of "service password"
if [ -n "$MOST" ]; then
  # Two that began at once have not seen each other when the facts were read: one behind the other, they do.
  shared
  others=0
  for file in projects/*/owner.json; do
    if [ "$file" != "$P/owner.json" ] && grep -qF "$OF" "$file" 2>/dev/null && grep -qF "$REPOSITORY" "$file"; then
      others=$((others + 1))
    fi
  done
  if [ "$others" -ge "$MOST" ]; then
    echo "@jetee crowded $others"
    exit 1
  fi
fi
mkdir -p "$P/passwords" "$P/secrets" "$P/releases" "$P/source" "$W/r" "$W/media" nginx/sites log
# nginx's workers and the project's user pass through these; everything else stays closed.
chmod 755 www "$W" "$W/r" "$W/media"
if ! [ -e "$P/key" ]; then printf '%s\n' "$KEY" | write "$P/key"; fi
while read -r service password; do
  if ! [ -e "$P/passwords/$service" ]; then printf '%s\n' "$password" | write "$P/passwords/$service"; fi
done
printf '%s\n' "$OWNER" | write "$P/owner.json"
