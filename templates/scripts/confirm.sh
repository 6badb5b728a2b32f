# Writes down by which run the live release was last found to be as it should be.
# In: RELEASE RECORD (JSON)
printf '%s\n' "$RECORD" | write "$P/releases/$RELEASE/release.json"
