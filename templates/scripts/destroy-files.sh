# Removes what is left of a project whose containers are gone: its data if that is to go, then its files (wipe.sh and
# engine.sh stand before this text). What opens data goes behind it, and what keeps the project's name last.
# In: VOLUMES (empty: no data is to go) KEEP (empty: no data stays that needs a password) AUDIT (a line of JSON; or empty)
if [ -n "$VOLUMES" ] && has_engine; then
  # An engine that does not answer is not one without volumes.
  volumes=$(docker volume ls -q --filter "label=jetee.project=$PROJECT")
  printf '%s\n' "$volumes" | xargs -r docker volume rm >/dev/null
fi
# They are there still where no nginx and no Docker runs.
(
  shared
  rm -rf "nginx/sites/$PROJECT.conf" nginx/staging "discovery/$PROJECT".*
)

for entry in "$W"/*; do
  if [ "$entry" != "$W/media" ] || [ -n "$VOLUMES" ]; then wipe "$entry"; fi
done
# With files in it, it stays.
rmdir "$W/media" 2>/dev/null || true
rmdir "$W" 2>/dev/null || true

for entry in "$P"/*; do
  case ${entry##*/} in
    # What has run once on data that stays is not run on it again.
    owner.json | key | passwords | sequence | once) ;;
    *) wipe "$entry" ;;
  esac
done
if [ -d log ] && [ -n "$AUDIT" ]; then printf '%s\n' "$AUDIT" >>log/audit.log; fi
rm -f "$P/sequence"
if [ -e "$W/media" ]; then echo "@jetee media"; fi
if [ -n "$KEEP" ] || [ -e "$W/media" ]; then exit 0; fi
rm -rf "$P/passwords" "$P/key"
rm -rf "$P"
# The lock's file goes last. Who waits for it finds that it has no name any more, and makes a new one.
rm -f "locks/$PROJECT.holder"
rm -f "locks/$PROJECT.lock"
