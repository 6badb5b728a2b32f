# The container's first process: starts supervisor, and what names the lines of its processes (log.py), and sees to it
# that the last lines are in the log when the container stops. A release that visitors may reach starts its web process
# by itself, one that is active its helpers too; a candidate waits to be told.
chown app:app {{ staticLocation }} {{ mediaLocation }}
mkdir -p {{ logs }}
for name in{% for name in names %} {{ name }}{% endfor %}; do
  [ -p "{{ logs }}/$name" ] || mkfifo -m 666 "{{ logs }}/$name"
done
# One that dies is followed by another, which finds what was written meanwhile in the pipes.
(
  stopping=
  trap 'stopping=yes' TERM
  until /usr/bin/python3 -IS /etc/jetee/log.py {{ logs }} /proc/1/fd/1 || [ -n "$stopping" ]; do sleep 0.2; done
) &
export JETEE_START_WEB=false JETEE_START_HELPERS=false
if [ -e /etc/jetee/serving ]; then JETEE_START_WEB=true; fi
if [ -e /etc/jetee/active ]; then JETEE_START_HELPERS=true; fi
supervisord --nodaemon -c /etc/jetee/supervisord.conf &
supervisor=$!
# Told to stop, supervisor would stop one program behind the other; asked to, it stops all of them side by side.
stop() {
  supervisorctl -c /etc/jetee/supervisord.conf stop all >/dev/null 2>&1
  kill -TERM "$supervisor"
}
trap stop TERM INT QUIT HUP
# A signal ends the waiting too.
status=129
while [ "$status" -gt 128 ] && kill -0 "$supervisor" 2>/dev/null; do
  wait "$supervisor"
  status=$?
done
# All that is left of this group is what names the lines: it empties the pipes.
trap '' TERM
kill -TERM 0
wait
exit "$status"
