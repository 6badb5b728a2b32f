# Removes what no release needs any more, and nothing without the project's label or name (release.sh stands before this
# text). What is kept is decided here, by what lies on the server, so that whoever comes after a killed run decides alike.
# In: KEEP (number of good releases to keep) CACHE (bytes that the build cache of the server may have, which has no
# labels; empty to leave it alone)

# origin_of NUMBER: the release that this one is a copy of, or itself. In a text of the record, a quote has a backslash
# before it.
origin_of() {
  origin=$(sed -n 's/.*[{,]"copyOf":\([0-9][0-9]*\)[,}].*/\1/p' "$P/releases/$1/release.json" 2>/dev/null || true)
  echo "${origin:-$1}"
}

# kept_releases: numbers of the releases to keep: the live one, the one before, and the last good ones by what they were
# made as. Of several copies of one, the newest is enough.
kept_releases() {
  live=$(readlink "$W/current" 2>/dev/null || true)
  previous=$(readlink "$W/previous" 2>/dev/null || true)
  origins=" "
  count=0
  for n in ${live#r/} $(ls "$P/releases" 2>/dev/null | grep -x '[0-9]*' | grep -vx "${live#r/}" | sort -rn); do
    if [ "r/$n" != "$live" ] && ! [ -e "$P/releases/$n/good" ]; then continue; fi
    origin=$(origin_of "$n")
    case $origins in
      *" $origin "*) ;;
      *)
        origins="$origins$origin "
        count=$((count + 1))
        if [ "$count" -le "$KEEP" ]; then
          echo "$n"
          continue
        fi
        ;;
    esac
    if [ "r/$n" = "$previous" ]; then echo "$n"; fi
  done
}

# prune_cache: takes what was used longest ago out of the build cache, until it is within its bound. Where buildx stands
# behind `docker builder`, the option has a newer name, and the older one is no longer documented.
prune_cache() {
  [ -n "$CACHE" ] || return 0
  for option in --keep-storage --max-used-space; do
    if timeout 300 docker builder prune --force "$option" "$CACHE" >/dev/null 2>&1 </dev/null; then break; fi
  done
}

prune() {
  prune_cache &
  cache=$!
  kept=" $(kept_releases | tr '\n' ' ')"
  is_kept() { case $kept in *" $1 "*) true ;; *) false ;; esac; }
  # Containers that stand still, of releases that are gone.
  docker ps -a --filter "label=jetee.project=$PROJECT" --filter label=jetee.release \
    --filter status=exited --filter status=created --filter status=dead --format '{{.ID}} {{.Label "jetee.release"}}' |
    while read -r id n; do
      if [ -n "$n" ] && ! is_kept "$n"; then docker rm "$id" >/dev/null 2>&1 || true; fi
    done
  for n in $(ls "$P/releases" 2>/dev/null); do
    if ! is_kept "$n"; then rm -rf "$P/releases/$n"; fi
  done
  # Also those of an interrupted build, which may have ended behind the back of what cleared up after it.
  for n in $(docker images "jetee/$PROJECT" --format '{{.Tag}}' | grep -x '[0-9]*'); do
    if ! is_kept "$n"; then docker rmi "jetee/$PROJECT:$n" >/dev/null 2>&1 || true; fi
  done
  # Images that have lost their name to another.
  docker images -q --filter dangling=true --filter "label=jetee.project=$PROJECT" | sort -u |
    xargs -r docker rmi >/dev/null 2>&1 || true
  for folder in "$W"/r/*; do
    [ -d "$folder" ] || continue
    if ! is_kept "${folder##*/}"; then remove_files "${folder##*/}"; fi
  done
  wait "$cache" || true
}
