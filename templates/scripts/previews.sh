# Prints the previews on the server, one fact a line: a word, the project, then its values (read.sh stands before this
# text). Nothing is changed.
# In: ROOT PROJECT
for owner in projects/*/owner.json; do
  if ! grep -q '[{,]"preview":{' "$owner" 2>/dev/null; then continue; fi
  name=${owner#projects/}
  name=${name%/owner.json}
  printf '%s\n' "preview $name $(cat "$owner")"
  echo "updated $name $(stat -c %Y "projects/$name/sequence" 2>/dev/null || stat -c %Y "$owner")"
  echo "begun $name $(cat "projects/$name/sequence" 2>/dev/null || echo 0)"
  live=$(readlink "www/$name/current" 2>/dev/null || true)
  if [ -n "$live" ]; then echo "live $name ${live#r/}"; fi
  if [ -e "nginx/sites/$name.conf" ]; then
    printf '%s\n' "site $name $(sed -n 's/^# jetee //p' "nginx/sites/$name.conf" | tr -d '\n')"
  fi
done
if command -v docker >/dev/null; then
  timeout 20 docker ps -a --filter label=jetee.service --format '{{.Label "jetee.project"}} {{.State}}' 2>/dev/null | sed 's/^/container /' || true
fi
echo "now $(date +%s)"
echo ready
