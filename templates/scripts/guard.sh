# Watches over what a terminal runs in a container: Docker lets it run on when its client is gone. Lines on standard input
# say what that is (`session CONTAINER PID`, or `container NAME` for all of it), that it has ended (`over`), or nothing.
# When none comes for 18 seconds, or no more at all, the terminal is gone, and so goes what it ran.
# In: HANG_UP (the text of hang-up.sh)
trap '' HUP PIPE
exec >/dev/null 2>&1
kind= container= session=
while line=$(timeout 18 sh -c 'read -r line && printf %s "$line"'); do
  case $line in
    over) exit ;;
    ?*) IFS=' ' read -r kind container session <<LINE
$line
LINE
    ;;
  esac
done
case $kind in
  session) docker exec --user root "$container" sh -c "$HANG_UP" jetee "$session" ;;
  container)
    if docker kill --signal HUP "$container"; then timeout 10 docker wait "$container"; fi
    docker rm -f "$container"
    ;;
esac
