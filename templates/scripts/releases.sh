# Prints the project's releases, one fact a line: a word, then its values (read.sh stands before this text). Nothing is
# changed.
# In: ROOT PROJECT
live=$(readlink "www/$PROJECT/current" 2>/dev/null || true)
echo "live ${live#r/}"
for release in "projects/$PROJECT"/releases/*/; do
  [ -d "$release" ] || continue
  number=${release%/}
  number=${number##*/}
  if [ -e "$release/good" ]; then echo "good $number"; fi
  if [ -e "$release/release.json" ]; then record=$(cat "$release/release.json"); else record={}; fi
  printf '%s\n' "release $number $record"
done
for release in "projects/$PROJECT"/failed/*/; do
  # An earlier version of the deployer kept their logs alone.
  [ -e "$release/failed.json" ] || continue
  number=${release%/}
  number=${number##*/}
  if [ -e "$release/release.json" ]; then printf '%s\n' "failed_release $number $(cat "$release/release.json")"; fi
  printf '%s\n' "failed $number $(cat "$release/failed.json")"
done
if command -v docker >/dev/null; then
  ids=$(timeout 20 docker images -q --no-trunc "jetee/$PROJECT" 2>/dev/null | sort -u)
  if [ -n "$ids" ]; then
    # shellcheck disable=SC2086 # a list of words
    timeout 20 docker image inspect --format '{{.Size}} {{range .RepoTags}} {{.}}{{end}}' $ids 2>/dev/null |
      sed 's/^/image /' || true
  fi
fi
echo "now $(date +%s)"
echo ready
