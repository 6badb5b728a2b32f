# Makes the project's folders and writes what is made once: its owner, its key and the services' passwords.
# In: OWNER (JSON) KEY; standard input: lines of "service password"
mkdir -p "$P/passwords" "$P/secrets" "$P/releases" "$P/source" "$W/r" "$W/media" nginx/sites log
# nginx's workers and the project's user pass through these; everything else stays closed.
chmod 755 www "$W" "$W/r" "$W/media"
if ! [ -e "$P/key" ]; then printf '%s\n' "$KEY" | write "$P/key"; fi
while read -r service password; do
  if ! [ -e "$P/passwords/$service" ]; then printf '%s\n' "$password" | write "$P/passwords/$service"; fi
done
printf '%s\n' "$OWNER" | write "$P/owner.json"
