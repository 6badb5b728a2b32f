# Begins a release: takes its number and makes its folder, which has no record until the release has an image.
# In: RELEASE PARTS (JSON: what the release is made from) HELPERS (names under supervisor, a line each) AFTER (names of the
# tasks behind the switch, a line each) DEADLINES (a task and its seconds, a line each) MOUNT (a tar in base64: the folder that the container finds as /etc/jetee)
umask 077
release="$P/releases/$RELEASE"
rm -rf "$release"
mkdir -p "$release/mount"
printf '%s\n' "$RELEASE" | write "$P/sequence"
printf '%s' "$PARTS" >"$release/parts.json"
printf '%s' "$HELPERS" >"$release/helpers"
printf '%s\n' "$AFTER" >"$release/after-switch"
printf '%s\n' "$DEADLINES" >"$release/deadlines"
printf '%s' "$MOUNT" | base64 -d | tar -xf - -C "$release/mount" --no-same-owner
# The project's user reads these.
chmod -R u=rwX,go=rX "$release/mount"
# What its helpers have to remember beyond a release; nobody passes through the folder above but by a mount.
[ -d "$P/state" ] || mkdir -m 777 "$P/state"
