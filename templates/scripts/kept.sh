# Prints what is kept of a release, for a copy of it: a word, and the text in base64.
# In: FROM
for file in parts.json containers.json helpers; do
  if [ -e "$P/releases/$FROM/$file" ]; then printf '@jetee %s %s\n' "${file%.json}" "$(base64 -w0 "$P/releases/$FROM/$file")"; fi
done
if [ -d "$W/r/$FROM/static" ]; then echo "@jetee static"; fi
if docker image inspect "jetee/$PROJECT:$FROM" >/dev/null 2>&1; then echo "@jetee image"; fi
