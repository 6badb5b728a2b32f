# Keeps the networks of this server's projects apart. Docker forwards nothing from one to another; but the host answers
# on its own address in any of them, whichever it is asked from. Written by jetee/deploy, which calls it, as does
# systemd at each boot. IPv6 is not enabled on these networks.
# The cloud's own addresses, which tell its secrets to whoever asks, are out of a preview's reach, and out of that of a
# build, which is a preview's as well: as long as there are previews, Docker's own bridge, where builds run, has none.
# In: the words `load` (puts the rules into the kernel), `install` (has systemd load them at boot), `state` (prints what
# the kernel has). Beside it: `networks` (lines of "bridge subnet", with a third word
# `preview` for a preview's) and `loaded` (the state after the last load)
set -eu
# Whoever works as a member of the group docker reads what is loaded.
umask 022
PATH=$PATH:/usr/sbin:/sbin
export PATH
here=$(cd "$(dirname "$0")" && pwd)
chain=JETEE-ISOLATION

# The table raw sees a packet as it comes in, before Docker rewrites where it goes, and ufw never touches it. All bridges of
# projects have names that begin with jt-. A network that is younger than the rules is kept from the others already.
rules() {
  # Some clouds answer for names, too, at the address that tells their secrets, and a container asks there by itself.
  fence() {
    for protocol in udp tcp; do echo "-A $chain -i $1 -d 169.254.0.0/16 -p $protocol --dport 53 -j RETURN"; done
    echo "-A $chain -i $1 -d 169.254.0.0/16 -j DROP"
  }
  echo "*raw"
  echo ":$chain - [0:0]"
  for bridge in jt-+ docker0; do
    iptables -w -t raw -C PREROUTING -i "$bridge" -j "$chain" 2>/dev/null || echo "-I PREROUTING -i $bridge -j $chain"
  done
  if grep -q ' preview$' "$here/networks"; then fence docker0; fi
  echo "-A $chain -i docker0 -j RETURN"
  while read -r bridge subnet kind; do
    if [ "$kind" = preview ]; then fence "$bridge"; fi
    echo "-A $chain -i $bridge -d $subnet -j RETURN"
  done <"$here/networks"
  while read -r _ subnet _; do echo "-A $chain -d $subnet -j DROP"; done <"$here/networks"
  echo COMMIT
}

# The first line is the boot's own, for whoever may not ask the kernel for its rules.
state() {
  cat /proc/sys/kernel/random/boot_id
  iptables -w -t raw -S PREROUTING 2>/dev/null | grep -e "-j $chain\$" || true
  iptables -w -t raw -S "$chain" 2>/dev/null || true
}

# The chain is emptied and filled in one step.
load() {
  rules | iptables-restore --noflush --wait
  state >"$here/loaded.new"
  mv "$here/loaded.new" "$here/loaded"
}

# What other firewalls load at boot comes first, as some of them begin by clearing everything.
install_unit() {
  units=/etc/systemd/system
  cat >"$units/jetee-firewall.service.new" <<UNIT
[Unit]
Description=Networks of projects kept apart (jetee/deploy)
RequiresMountsFor=$here
After=nftables.service netfilter-persistent.service ufw.service firewalld.service
Before=docker.service

[Service]
Type=oneshot
RemainAfterExit=yes
ExecStart=/bin/sh $here/firewall.sh load

[Install]
WantedBy=multi-user.target
UNIT
  chmod 644 "$units/jetee-firewall.service.new"
  mv "$units/jetee-firewall.service.new" "$units/jetee-firewall.service"
  mkdir -p "$units/multi-user.target.wants"
  ln -sf "$units/jetee-firewall.service" "$units/multi-user.target.wants/jetee-firewall.service"
  systemctl daemon-reload 2>/dev/null || true
  [ -e "$units/multi-user.target.wants/jetee-firewall.service" ]
}

for word in "$@"; do
  case $word in
    load) load ;;
    state) state ;;
    install)
      if ! [ -d /run/systemd/system ] || ! install_unit; then echo "@jetee volatile"; fi
      ;;
  esac
done
