#!/bin/sh
set -e

# Options alone mean memcached.
if [ "${1#-}" != "$1" ]; then set -- memcached "$@"; fi

exec "$@"
