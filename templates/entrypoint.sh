# Starts supervisor as the container's first process. A release that visitors may reach starts its web process by
# itself, one that is active its helpers too; a candidate waits to be told.
chown app:app {{ staticLocation }} {{ mediaLocation }}
# What each process and each task prints goes through a pipe with its name (log.py).
mkdir -p {{ logs }}
for name in{% for name in names %} {{ name }}{% endfor %}; do
  [ -p "{{ logs }}/$name" ] || mkfifo -m 666 "{{ logs }}/$name"
done
export JETEE_START_WEB=false JETEE_START_HELPERS=false
if [ -e /etc/jetee/serving ]; then JETEE_START_WEB=true; fi
if [ -e /etc/jetee/active ]; then JETEE_START_HELPERS=true; fi
exec supervisord --nodaemon -c /etc/jetee/supervisord.conf
