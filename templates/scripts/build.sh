# Takes the source, only the files that the server lacks, and builds the image of a release from it.
# In: RELEASE TREE MANIFEST_BYTES DOCKERFILE BASE (the image it starts from) RECORD (JSON) CONTAINER_SPEC (JSON)
# PARTS (JSON: what the release is made from) HELPERS (names, a line each) IMAGE COMMIT MOUNT (a tar in base64: the folder that the container finds as /etc/jetee)
# Standard input: MANIFEST_BYTES of "mode blob path" lines in the order of the C locale, then, once "@jetee end" was
# printed, a tar of the files whose lines were printed after "@jetee need".
export LC_ALL=C
# The project's user reads the code in the image; on the server, the folder above is closed.
umask 022
source="$P/source/$TREE"
new="$P/source/incoming"
rm -rf "$new" "$new.manifest"
if [ -d "$source" ]; then
  head -c "$MANIFEST_BYTES" >/dev/null
  echo "@jetee end"
  cat >/dev/null
  touch "$source.manifest"
else
  head -c "$MANIFEST_BYTES" >"$new.manifest"
  base=$(ls -t "$P/source/" | sed -n '/^[0-9a-f-]*\.manifest$/{p;q;}')
  if [ -n "$base" ] && [ -d "$P/source/${base%.manifest}" ]; then
    cp -al "$P/source/${base%.manifest}" "$new"
    comm -23 "$P/source/$base" "$new.manifest" | sed 's/^[^ ]* [^ ]* //' | tr '\n' '\0' | (cd "$new" && xargs -0 -r rm -f --)
    find "$new" -mindepth 1 -type d -empty -delete
    comm -13 "$P/source/$base" "$new.manifest" | sed 's/^/@jetee need /'
  else
    mkdir "$new"
    sed 's/^/@jetee need /' "$new.manifest"
  fi
  echo "@jetee end"
  tar -xpf - -C "$new" --no-same-owner
  mv "$new.manifest" "$source.manifest"
  mv "$new" "$source"
fi
# The last two trees are enough to send the next one as a difference.
for old in $(ls -t "$P/source/" | sed -n 's/^\([0-9a-f-]*\)\.manifest$/\1/p' | tail -n +3); do
  rm -rf "$P/source/$old" "$P/source/$old.manifest"
done

# BuildKit builds on an image that is here without asking for it; else it would ask the registry at every build, and
# fail, after minutes, whenever that does not answer. A newer one is taken where it comes soon.
echo "@jetee step begin fetch the base image"
if docker image inspect "$BASE" >/dev/null 2>&1; then
  timeout 60 docker pull -q "$BASE" >/dev/null 2>&1 || echo "No news of $BASE from its registry: the copy that is here serves"
else
  docker pull -q "$BASE" 2>&1
fi
echo "@jetee step end fetch the base image"

umask 077
release="$P/releases/$RELEASE"
rm -rf "$release"
mkdir -p "$release"
printf '%s\n' "$RELEASE" | write "$P/sequence"
printf '%s' "$DOCKERFILE" >"$release/Dockerfile"
# A file of this name beside the Dockerfile stands above the repository's .dockerignore: the commit is deployed whole.
: >"$release/Dockerfile.dockerignore"
printf '%s' "$CONTAINER_SPEC" >"$release/container.json"
printf '%s' "$PARTS" >"$release/parts.json"
printf '%s' "$HELPERS" >"$release/helpers"
mkdir "$release/mount"
printf '%s' "$MOUNT" | base64 -d | tar -xf - -C "$release/mount" --no-same-owner
# The project's user reads these.
chmod -R u=rwX,go=rX "$release/mount"
echo "@jetee step begin build image"
DOCKER_BUILDKIT=1 docker build --progress=plain -f "$release/Dockerfile" -t "$IMAGE" \
  --label "jetee.project=$PROJECT" --label "jetee.release=$RELEASE" --label "jetee.commit=$COMMIT" "$source" 2>&1 || {
  code=$?
  rm -rf "$release"
  exit "$code"
}
mkdir -p "$W/r/$RELEASE/static"
chmod 755 "$W/r/$RELEASE" "$W/r/$RELEASE/static"
printf '%s\n' "$RECORD" | write "$release/release.json"
echo "@jetee step end build image"
