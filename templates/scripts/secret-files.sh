# Writes the files that a service's container mounts.
# In: SERVICE MODE (of each file) LOGIN (whether its password has to open its data, or empty); standard input: a tar of
# the files
rm -rf "$P/secrets/$SERVICE.new"
mkdir "$P/secrets/$SERVICE.new"
tar -xf - -C "$P/secrets/$SERVICE.new" --no-same-owner
mkdir -p "$P/secrets/$SERVICE"
if [ -n "$LOGIN" ]; then
  mkdir -p "$P/untried"
  : >"$P/untried/$SERVICE"
fi
# File by file, so that a running container never finds one missing. Others cannot enter the folder, whatever the mode.
for file in "$P/secrets/$SERVICE.new"/*; do
  chmod "$MODE" "$file"
  mv "$file" "$P/secrets/$SERVICE/"
done
rmdir "$P/secrets/$SERVICE.new"
