# Shows visitors a page in place of the site, or the site again: nginx looks for the page at each request.
# In: PAGE (its text; empty for the site) FILE (its name in the project's folder below www)
if [ -n "$PAGE" ]; then
  # nginx's user reads it.
  (umask 022 && printf '%s' "$PAGE" | write "$W/$FILE")
else
  rm -f "$W/$FILE"
fi
