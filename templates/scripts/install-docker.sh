# Installs Docker from the distribution's packages, where it is missing, and writes its settings.
# In: DAEMON_JSON (the whole file, or empty to leave it as it is)
shared
# Whoever is interrupted leaves this mark, and the next run repairs and completes it.
halfway=
if [ -e docker.halfway ]; then halfway=yes; else : >docker.halfway; fi
if [ -n "$DAEMON_JSON" ]; then
  mkdir -p /etc/docker
  printf '%s\n' "$DAEMON_JSON" >/etc/docker/daemon.json.new
  chmod 644 /etc/docker/daemon.json.new
  mv /etc/docker/daemon.json.new /etc/docker/daemon.json
fi
has_buildkit() { docker buildx version >/dev/null 2>&1 || docker --version | grep -q ' 20\.'; }
if ! command -v docker >/dev/null || ! has_buildkit || { [ -n "$halfway" ] && command -v apt-get >/dev/null; }; then
  export DEBIAN_FRONTEND=noninteractive
  apt() { apt-get -q -y -o DPkg::Lock::Timeout=300 -o Dpkg::Use-Pty=0 "$@"; }
  if [ -n "$halfway" ]; then
    dpkg --force-confold --configure -a || true
    apt install --fix-broken || true
  fi
  apt update
  packages=
  if ! command -v dockerd >/dev/null || { [ -n "$halfway" ] && dpkg-query -W docker.io >/dev/null 2>&1; }; then
    packages="docker.io ca-certificates"
  fi
  # Debian 13 has the command and BuildKit in packages of their own.
  for package in docker-cli docker-buildx; do
    if apt-cache show "$package" >/dev/null 2>&1; then packages="$packages $package"; fi
  done
  # Docker cannot start a container without the parser where the kernel has AppArmor on.
  if grep -qs Y /sys/module/apparmor/parameters/enabled; then packages="$packages apparmor"; fi
  # shellcheck disable=SC2086 # a list of words
  apt install --no-install-recommends $packages
fi
tries=0
until docker version >/dev/null 2>&1; do
  tries=$((tries + 1))
  if [ "$tries" = 60 ]; then
    docker version || true
    { systemctl status docker --no-pager || true; journalctl -u docker -n 30 --no-pager || true; } 2>/dev/null
    echo "dockerd does not answer" >&2
    exit 1
  fi
  sleep 0.5
done
# live-restore is one of the settings that a running engine reads again.
if [ -e /var/run/docker.pid ]; then kill -HUP "$(cat /var/run/docker.pid)"; fi
rm docker.halfway
