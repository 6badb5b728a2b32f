# Clears what an interrupted run left (release.sh and settle.sh stand before this text): candidates go, the live release
# is settled.
# In: what settle.sh takes; RELEASE is the live one's number, or empty
echo "@jetee step begin tidy up"
for folder in "$P"/releases/*/; do
  [ -d "$folder" ] || continue
  n=${folder%/}
  n=${n##*/}
  if [ "$n" != "$RELEASE" ] && ! [ -e "$folder/good" ]; then
    remove_release "$n"
    rm -rf "$folder"
    remove_files "$n"
  fi
done
echo "@jetee step end tidy up"
if [ -n "$RELEASE" ]; then
  hand_over
  if [ -e "$P/releases/$RELEASE/after-switch" ]; then after_switch || true; fi
  retire
fi
