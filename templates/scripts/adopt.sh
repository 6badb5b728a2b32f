# Takes an image that was pulled as that of a release (begin.sh stands before this text).
# In: IMAGE PULLED (the name that it was pulled by)
docker tag "$PULLED" "$IMAGE"
# Its own name goes where it is a digest, so that nothing keeps the image when the release is removed.
case $PULLED in *@*) docker rmi "$PULLED" >/dev/null 2>&1 || true ;; esac
