# Builds the image of a release from its source (source.sh and begin.sh stand before this text).
# In: RELEASE TREE IMAGE DOCKERFILE (its text; or empty, for DOCKERFILE_PATH in the source) BASE (the image that
# DOCKERFILE starts from) SECRETS (words NAME=VALUE, each value in base64); the positional parameters: more options of
# `docker build`

# BuildKit builds on an image that is here without asking for it; else it would ask the registry at every build, and
# fail, after minutes, whenever that does not answer. A newer one is taken where it comes soon.
if [ -n "$BASE" ]; then
  echo "@jetee step begin fetch the base image"
  if docker image inspect "$BASE" >/dev/null 2>&1; then
    timeout 60 docker pull -q "$BASE" >/dev/null 2>&1 || echo "No news of $BASE from its registry: the copy that is here serves"
  else
    docker pull -q "$BASE" 2>&1
  fi
  echo "@jetee step end fetch the base image"
fi

if [ -n "$DOCKERFILE" ]; then
  file="$release/Dockerfile"
  printf '%s' "$DOCKERFILE" >"$file"
  # A file of this name beside the Dockerfile stands above the repository's .dockerignore: the commit is deployed whole.
  : >"$file.dockerignore"
else
  file="$source/$DOCKERFILE_PATH"
fi
# Secrets of the build are files for as long as it runs, and no longer.
trap 'rm -rf "$release/secrets"' EXIT
mkdir "$release/secrets"
for secret in $SECRETS; do
  name=${secret%%=*}
  printf '%s' "${secret#*=}" | base64 -d >"$release/secrets/$name"
  set -- "$@" --secret "id=$name,src=$release/secrets/$name"
done
echo "@jetee step begin build image"
DOCKER_BUILDKIT=1 docker build --progress=plain -f "$file" -t "$IMAGE" "$@" "$source" 2>&1 || {
  code=$?
  rm -rf "$release"
  exit "$code"
}
rm -rf "$release/secrets"
echo "@jetee step end build image"
