#!/bin/bash
# Behaves as the official image's entry point does: secrets from files are read as root, the server runs as mysql; on
# the first start the data are set up over the socket by a temporary server without networking; a newer version
# upgrades the system tables of older data only when it is told to.
set -eo pipefail
shopt -s nullglob

data=/var/lib/mysql
socket=/run/mysqld/mysqld.sock

say() { printf '%s [%s] [Entrypoint]: %s\n' "$(date --rfc-3339=seconds)" "$1" "$2"; }
fail() {
  say ERROR "$1" >&2
  exit 1
}

# read_setting NAME [DEFAULT]: MARIADB_NAME, or MYSQL_NAME, or the content of the file that either with _FILE names.
read_setting() {
  local prefix variable file value=
  for prefix in MARIADB MYSQL; do
    variable=${prefix}_$1 file=${prefix}_$1_FILE
    if [ -n "${!variable}" ] && [ -n "${!file}" ]; then fail "Both $variable and $file are set (but are exclusive)"; fi
    if [ -z "$value" ]; then value=${!variable}; fi
    if [ -z "$value" ] && [ -n "${!file}" ]; then value=$(<"${!file}"); fi
    unset "$file"
  done
  export "MARIADB_$1=${value:-$2}" "MYSQL_$1=${value:-$2}"
}

quote() { printf "'%s'" "$(sed "s/[\\\\']/\\\\&/g" <<< "$1")"; }

# run_sql [OPTION...]: runs the SQL on standard input as root.
run_sql() { MYSQL_PWD=$root_password mariadb --protocol=socket --socket="$socket" -uroot --skip-ssl "$@"; }

start_temporary_server() {
  say Note 'Starting temporary server'
  "$@" --skip-networking --socket="$socket" --skip-ssl --skip-log-bin --default-time-zone=SYSTEM &
  server=$!
  for ((tries = 0; tries < 300; tries++)); do
    if run_sql --database=mysql <<< 'SELECT 1' &> /dev/null; then
      say Note 'Temporary server started.'
      return
    fi
    kill -0 "$server" 2> /dev/null || break
    sleep 0.1
  done
  fail 'Unable to start server.'
}

stop_temporary_server() {
  say Note 'Stopping temporary server'
  kill "$server"
  wait "$server"
}

create_healthcheck_users() {
  local password host
  password=$(pwgen -1 32)
  for host in 127.0.0.1 ::1 localhost; do
    echo "CREATE USER IF NOT EXISTS healthcheck@'$host' IDENTIFIED BY '$password';"
    echo "SET PASSWORD FOR healthcheck@'$host' = PASSWORD('$password');"
  done
  (umask 0077 && printf '[mariadb-client]\nport=3306\nsocket=%s\nuser=healthcheck\npassword=%s\n' \
    "$socket" "$password" > "$data/.my-healthcheck.cnf")
}

create_users() {
  echo "DROP USER IF EXISTS root@'127.0.0.1', root@'::1';"
  if [ "$MARIADB_ROOT_HOST" != localhost ]; then
    echo "CREATE USER root@$(quote "$MARIADB_ROOT_HOST") IDENTIFIED BY $(quote "$MARIADB_ROOT_PASSWORD");"
    echo "GRANT ALL ON *.* TO root@$(quote "$MARIADB_ROOT_HOST") WITH GRANT OPTION;"
  fi
  create_healthcheck_users
  if [ -n "$MARIADB_DATABASE" ]; then echo "CREATE DATABASE IF NOT EXISTS \`$MARIADB_DATABASE\`;"; fi
  if [ -n "$MARIADB_USER" ] && [ -n "$MARIADB_PASSWORD" ]; then
    echo "CREATE USER $(quote "$MARIADB_USER")@'%' IDENTIFIED BY $(quote "$MARIADB_PASSWORD");"
    if [ -n "$MARIADB_DATABASE" ]; then
      echo "GRANT ALL ON \`${MARIADB_DATABASE//_/\\_}\`.* TO $(quote "$MARIADB_USER")@'%';"
    fi
  fi
  echo "SET PASSWORD FOR root@localhost = PASSWORD($(quote "$MARIADB_ROOT_PASSWORD"));"
}

process_init_files() {
  local file sql=(run_sql)
  if [ -n "$MARIADB_DATABASE" ]; then sql+=("--database=$MARIADB_DATABASE"); fi
  for file in /docker-entrypoint-initdb.d/*; do
    case $file in
      *.sh) if [ -x "$file" ]; then "$file"; else . "$file"; fi ;;
      *.sql) "${sql[@]}" < "$file" ;;
      *.sql.gz) gunzip -c "$file" | "${sql[@]}" ;;
      *.sql.xz) xzcat "$file" | "${sql[@]}" ;;
      *.sql.zst) zstd -dc "$file" | "${sql[@]}" ;;
      *) say Warn "$0: ignoring $file" ;;
    esac
  done
}

initialise() {
  if [ -z "$MARIADB_ROOT_PASSWORD$MARIADB_ALLOW_EMPTY_ROOT_PASSWORD$MARIADB_RANDOM_ROOT_PASSWORD" ]; then
    fail 'Database is uninitialized and password option is not specified'
  fi
  say Note 'Initializing database files'
  mariadb-install-db --datadir="$data" --rpm --auth-root-authentication-method=normal --skip-test-db \
    --cross-bootstrap --skip-log-bin "${@:2}"
  start_temporary_server "$@"
  if [ -z "$MARIADB_INITDB_SKIP_TZINFO" ]; then
    mariadb-tzinfo-to-sql --skip-write-binlog /usr/share/zoneinfo 2> /dev/null | run_sql --database=mysql
  fi
  if [ -n "$MARIADB_RANDOM_ROOT_PASSWORD" ]; then
    MARIADB_ROOT_PASSWORD=$(pwgen -1 32)
    say Note "GENERATED ROOT PASSWORD: $MARIADB_ROOT_PASSWORD"
  fi
  create_users | run_sql --database=mysql --binary-mode
  root_password=$MARIADB_ROOT_PASSWORD
  process_init_files
  stop_temporary_server
  say Note 'MariaDB init process done. Ready for start up.'
}

# Whether the data are of an older release series than the server.
is_outdated() {
  local old=() new=()
  IFS=.- read -ra new <<< "$(mariadbd --version | sed -E 's/.* Ver ([0-9.]+).*/\1/')"
  if [ -r "$data/mariadb_upgrade_info" ]; then IFS=.- read -ra old < "$data/mariadb_upgrade_info" || true; fi
  ((${old[0]:-0} < new[0] || (${old[0]:-0} == new[0] && ${old[1]:-0} < new[1])))
}

upgrade() {
  if [ "${MARIADB_AUTO_UPGRADE:-0}" = 0 ]; then
    say Note 'MariaDB upgrade (mariadb-upgrade) required, but skipped due to $MARIADB_AUTO_UPGRADE setting'
    return
  fi
  start_temporary_server "$@" --skip-grant-tables
  mariadb-upgrade --socket="$socket" --skip-ssl --upgrade-system-tables
  stop_temporary_server
}

main() {
  if [ "${1:0:1}" = - ]; then set -- mariadbd "$@"; fi
  if [ "$1" = mariadbd ]; then
    local name
    read_setting ROOT_HOST %
    for name in DATABASE USER PASSWORD ROOT_PASSWORD RANDOM_ROOT_PASSWORD; do read_setting "$name"; done
    MARIADB_ALLOW_EMPTY_ROOT_PASSWORD=${MARIADB_ALLOW_EMPTY_ROOT_PASSWORD:-$MYSQL_ALLOW_EMPTY_PASSWORD}
    if [ "$(id -u)" = 0 ]; then
      find "$data" ! -user mysql -exec chown mysql: {} +
      chown mysql: "${socket%/*}"
      say Note "Switching to dedicated user 'mysql'"
      exec gosu mysql "$0" "$@"
    fi
    if [ ! -d "$data/mysql" ]; then initialise "$@"; elif is_outdated; then upgrade "$@"; fi
  fi
  exec "$@"
}

main "$@"
