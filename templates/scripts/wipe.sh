# wipe PATH: removes a file or a folder of ours, with what belongs to other users there.
# In: HELPER_IMAGE (where a login that is not root becomes root)
wipe() {
  rm -rf "$1" 2>/dev/null || {
    docker run --rm --network none -v "$ROOT/$1:/folder" --entrypoint find "$HELPER_IMAGE" /folder -mindepth 1 -delete
    rm -rf "$1"
  }
}
