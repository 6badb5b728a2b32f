# Has the server remove previews by itself when their time is over: a timer of systemd is there as long as any preview is.
# In: EXPIRE (text of the script that it calls; empty to leave that as it is) GOING (a project that does not count, as it is
# being removed; or empty) HELPER_IMAGE (where a login that is not root becomes root on the host)
shared
units=/etc/systemd/system
wanted=
for owner in projects/*/owner.json; do
  if [ "$owner" != "projects/$GOING/owner.json" ] && grep -q '[{,]"preview":{' "$owner" 2>/dev/null; then wanted=yes; fi
done

# on_host SCRIPT…: runs a shell's script as root, with the server's own files, those of our folder included.
on_host() {
  if [ "$(id -u)" = 0 ]; then
    sh -c "$@"
  else
    docker run --rm --pid host --security-opt label=disable -v /:/host --entrypoint chroot "$HELPER_IMAGE" /host sh -c "$@"
  fi
}

if [ -n "$wanted" ] && [ -n "$EXPIRE" ]; then
  mkdir -p previews
  printf '%s' "$EXPIRE" | write previews/expire.sh
  if [ -d /run/systemd/system ]; then
    # shellcheck disable=SC2016 # for the other shell
    on_host 'set -e
      umask 022
      cat >"$1/jetee-previews.service" <<UNIT
[Unit]
Description=Previews whose time is over are removed (jetee/deploy)
RequiresMountsFor=$2
After=docker.service

[Service]
Type=oneshot
ExecStart=/bin/sh $2/previews/expire.sh
UNIT
      cat >"$1/jetee-previews.timer" <<UNIT
[Unit]
Description=Previews whose time is over are removed each hour (jetee/deploy)

[Timer]
OnCalendar=hourly
RandomizedDelaySec=300
Persistent=true

[Install]
WantedBy=timers.target
UNIT
      systemctl daemon-reload
      systemctl enable --quiet --now jetee-previews.timer' sh "$units" "$ROOT" || echo "@jetee volatile"
  else
    echo "@jetee volatile"
  fi
  sha256sum <previews/expire.sh | cut -d' ' -f1 | write previews/timer
elif [ -z "$wanted" ] && [ -e previews/timer ]; then
  # shellcheck disable=SC2016 # for the other shell
  on_host 'if [ -d /run/systemd/system ]; then systemctl disable --quiet --now jetee-previews.timer || true; fi
    rm -f "$1/jetee-previews.timer" "$1/jetee-previews.service"
    if [ -d /run/systemd/system ]; then systemctl daemon-reload || true; fi' sh "$units" || true
  rm -f previews/timer previews/expire.sh
fi
