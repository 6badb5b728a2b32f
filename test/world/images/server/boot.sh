#!/bin/sh
# Runs before systemd, at each boot. What differs from server to server comes in by WORLD_* variables.
set -eu

# Nested containers can only start when the cgroup mounts are writable; they must be bound one by one.
while read -r _ mount_point _; do
  case $mount_point in /sys/fs/cgroup*) mount -o remount,bind,rw "$mount_point" ;; esac
done < /proc/mounts

# Docker's own resolver address means nothing to containers inside this server: use the machine's resolvers.
if [ -n "${WORLD_NAMESERVERS:-}" ]; then
  for address in $WORLD_NAMESERVERS; do echo "nameserver $address"; done > /etc/resolv.conf
fi

# At the first boot only: its own keys, whom it lets in, and where its images come from.
if [ ! -e /etc/ssh/ssh_host_ed25519_key ]; then
  ssh-keygen -q -A
  install -d -m 700 /root/.ssh
  printf '%s\n' "$WORLD_AUTHORIZED_KEYS" > /root/.ssh/authorized_keys
  chmod 600 /root/.ssh/authorized_keys
  if [ ! -e /etc/docker/daemon.json ]; then
    install -d /etc/docker
    printf '%s\n' "$WORLD_DAEMON_JSON" > /etc/docker/daemon.json
  fi
fi

unset WORLD_NAMESERVERS WORLD_AUTHORIZED_KEYS WORLD_DAEMON_JSON
exec /sbin/init "$@"
