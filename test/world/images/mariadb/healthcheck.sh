#!/bin/bash
# Runs the named tests as the official image's script does: `--connect` (it serves the network, so it is not the
# temporary server) and `--innodb_initialized`. It logs in as the user that the entry point made for it.
set -eo pipefail

settings=/var/lib/mysql/.my-healthcheck.cnf

ask() {
  mariadb ${1:+--defaults-extra-file="$1"} --protocol socket --skip-ssl --batch --skip-column-names -e "$2"
}
own() { if [ -f "$settings" ]; then echo "$settings"; fi; }

connect() {
  local answer
  answer=$(ask "$(own)" 'SELECT @@skip_networking' 2> /dev/null) || answer=
  if [ -n "$answer" ]; then
    [ "$answer" = 0 ]
    return
  fi
  # Who is refused over TCP has reached the server all the same.
  answer=$(mariadb --host localhost --protocol tcp --skip-ssl --batch -e 'SELECT 1' 2>&1) || true
  [[ $answer != *'ERROR 2'* ]]
}

innodb_initialized() {
  [ "$(ask "$(own)" "SELECT 1 FROM information_schema.ENGINES WHERE engine = 'innodb' AND support IN ('YES', 'DEFAULT', 'ENABLED')")" = 1 ]
}

if [ $# = 0 ]; then
  echo 'At least one argument required' >&2
  exit 1
fi
for option; do
  case $option in
    --su-mysql) exec gosu mysql "$0" "${@:2}" ;;
    --connect | --innodb_initialized)
      if ! "${option#--}"; then
        echo "healthcheck ${option#--} failed" >&2
        exit 1
      fi
      ;;
    *)
      echo "Unknown healthcheck option $option" >&2
      exit 1
      ;;
  esac
done
connect
