#!/bin/sh
set -e

# Options or a configuration file alone mean redis-server.
if [ "${1#-}" != "$1" ] || [ "${1%.conf}" != "$1" ]; then
  set -- redis-server "$@"
fi

if [ "$1" = redis-server ] && [ "$(id -u)" = 0 ]; then
  find . ! -user redis -exec chown redis '{}' +
  exec setpriv --reuid redis --regid redis --clear-groups -- "$0" "$@"
fi

# Only the server's own files are for nobody else.
if [ "$(umask)" = 0022 ]; then
  umask 0077
fi

exec "$@"
