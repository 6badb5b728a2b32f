# Starts supervisor as the container's first process. A release that is live starts its processes by itself; a
# candidate waits to be told.
chown app:app {{ staticLocation }} {{ mediaLocation }}
if [ -e /etc/jetee/active ]; then
  export JETEE_AUTOSTART=true
else
  export JETEE_AUTOSTART=false
fi
exec supervisord --nodaemon -c /etc/jetee/supervisord.conf
