# Writes down what a release is, now that it has an image, and makes what nginx sees of it.
# In: RELEASE RECORD (JSON)
mkdir -p "$W/r/$RELEASE/static"
chmod 755 "$W/r/$RELEASE" "$W/r/$RELEASE/static"
printf '%s\n' "$RECORD" | write "$P/releases/$RELEASE/release.json"
