#!/usr/bin/dumb-init /bin/sh
# Starts Consul as the user of its name, with the folders of data and configuration in their places.
set -e

data=${CONSUL_DATA_DIR:-/consul/data}
config=${CONSUL_CONFIG_DIR:-/consul/config}

if [ -n "${CONSUL_LOCAL_CONFIG-}" ]; then echo "$CONSUL_LOCAL_CONFIG" > "$config/local.json"; fi

# Options or a subcommand alone mean consul.
case ${1-} in
  -*) set -- consul "$@" ;;
  agent)
    shift
    set -- consul agent -data-dir="$data" -config-dir="$config" ${CONSUL_BIND-} ${CONSUL_CLIENT-} "$@"
    ;;
  version | validate | members | info | keygen | reload) set -- consul "$@" ;;
esac

# The folders are consul's, whatever is mounted there; a read-only one of somebody else's is an error.
if [ "${1-}" = consul ] && [ -z "${CONSUL_DISABLE_PERM_MGMT+x}" ]; then
  for folder in "$data" "$config"; do
    [ "$(stat -c %u "$folder")" = "$(id -u consul)" ] || chown consul:consul "$folder"
  done
  set -- su-exec consul:consul "$@"
fi

exec "$@"
