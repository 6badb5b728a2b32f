# Writes down what a release is, now that it has an image, and makes what nginx sees of it.
# In: RELEASE RECORD (JSON) SOCKET_FOLDER
mkdir -p "$W/r/$RELEASE/static" "$W/r/$RELEASE/$SOCKET_FOLDER"
chmod 755 "$W/r/$RELEASE" "$W/r/$RELEASE/static" "$W/r/$RELEASE/$SOCKET_FOLDER"
printf '%s\n' "$RECORD" | write "$P/releases/$RELEASE/release.json"
