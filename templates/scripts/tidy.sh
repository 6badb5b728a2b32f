# Clears what an interrupted run left (settle.sh and what it takes stand before this text): candidates go, the live release
# is settled, or gives way to the one before it.
# In: what settle.sh takes; RELEASE is the live one's number, or empty
echo "@jetee step begin tidy up"
for folder in "$P"/releases/*/; do
  [ -d "$folder" ] || continue
  n=${folder%/}
  n=${n##*/}
  if [ "$n" != "$RELEASE" ] && ! [ -e "$folder/good" ]; then
    keep_failure "$n" '{"outcome":"interrupted"}'
    unswitch "$n"
    remove_release "$n"
    rm -rf "$folder"
    remove_files "$n"
  fi
done
echo "@jetee step end tidy up"
if [ -n "$RELEASE" ]; then settle; fi
