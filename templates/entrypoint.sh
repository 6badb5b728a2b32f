# Starts supervisor as the container's first process. A release that visitors may reach starts its web process by
# itself, one that is active its helpers too; a candidate waits to be told.
chown app:app {{ staticLocation }} {{ mediaLocation }}
export JETEE_START_WEB=false JETEE_START_HELPERS=false
if [ -e /etc/jetee/serving ]; then JETEE_START_WEB=true; fi
if [ -e /etc/jetee/active ]; then JETEE_START_HELPERS=true; fi
exec supervisord --nodaemon -c /etc/jetee/supervisord.conf
