# Makes a new release that is a copy of a kept one (release.sh stands before this text): its folder without what is said
# of its life, its image by another name, its static files without their bytes. Its web process starts with its container.
# In: RELEASE FROM RECORD (JSON) SOCKET_FOLDER
umask 077
release="$P/releases/$RELEASE"
rm -rf "$release"
mkdir -p "$release"
printf '%s\n' "$RELEASE" | write "$P/sequence"
for entry in "$P/releases/$FROM"/*; do
  case ${entry##*/} in
    Dockerfile | parts.json | helpers | mount) cp -a "$entry" "$release/" ;;
  esac
done
if [ -d "$release/mount" ]; then
  rm -f "$release/mount/active"
  : >"$release/mount/serving"
  chmod 644 "$release/mount/serving"
fi
mkdir -p "$W/r/$RELEASE/$SOCKET_FOLDER"
chmod 755 "$W/r/$RELEASE" "$W/r/$RELEASE/$SOCKET_FOLDER"
rm -rf "$W/r/$RELEASE/static"
# The kernel links no files of somebody else's for a login that is not root.
cp -al "$W/r/$FROM/static" "$W/r/$RELEASE/static" 2>/dev/null ||
  as_root "$W/r" sh -c 'rm -rf "$2/$1/static" && cp -al "$2/$0/static" "$2/$1/static"' "$FROM" "$RELEASE"
docker tag "jetee/$PROJECT:$FROM" "jetee/$PROJECT:$RELEASE"
# No task waits for the switch, but hooks do.
: >"$release/after-switch"
printf '%s\n' "$RECORD" | write "$release/release.json"
