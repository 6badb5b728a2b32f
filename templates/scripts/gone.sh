# Notes that the preview of a pull request was taken down, and by which run: an older one that still waits for the lock does
# not bring it up again. What was noted a month ago no run waits for any more.
# In: RUN (its number)
mkdir -p previews/gone
find previews/gone -type f -mtime +30 -exec rm -f {} +
last=$(cat "previews/gone/$PROJECT" 2>/dev/null || echo 0)
if [ "$RUN" -gt "${last:-0}" ]; then printf '%s\n' "$RUN" | write "previews/gone/$PROJECT"; fi
