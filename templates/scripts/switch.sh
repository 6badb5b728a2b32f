# Sends the visitors to the new release, in one rename, and settles the rest (settle.sh stands before this text).
# In: RELEASE, and what settle.sh takes
echo "@jetee step begin switch"
old=$(readlink "$W/current" 2>/dev/null || true)
if [ "$old" != "r/$RELEASE" ]; then
  if [ -n "$old" ]; then point "$W/previous" "$old"; fi
  point "$W/current" "r/$RELEASE"
fi
echo "@jetee step end switch"
settle
