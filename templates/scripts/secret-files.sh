# Writes the files that a service's container mounts.
# In: SERVICE; standard input: a tar of the files
rm -rf "$P/secrets/$SERVICE.new"
mkdir "$P/secrets/$SERVICE.new"
tar -xf - -C "$P/secrets/$SERVICE.new" --no-same-owner
chmod -R u=rwX,go= "$P/secrets/$SERVICE.new"
mkdir -p "$P/secrets/$SERVICE"
# File by file, so that a running container never finds one missing.
for file in "$P/secrets/$SERVICE.new"/*; do mv "$file" "$P/secrets/$SERVICE/"; done
rmdir "$P/secrets/$SERVICE.new"
