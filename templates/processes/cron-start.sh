# Runs cron with the project's jobs and no others, until it is told to stop; then waits for the jobs that are running.
# cron gives its jobs no environment: they find this one in a file, as the shell writes it to be read again.
umask 077
export -p >/run/cron.env
# Where its jobs write what they print.
printf "JETEE_LOG='%s'\n" "$(readlink "/proc/$$/fd/1")" >>/run/cron.env
rm -f /etc/cron.d/* /var/spool/cron/crontabs/*
: >/etc/crontab
install -m 0644 /etc/jetee/cron/crontab /etc/cron.d/jetee
# Debian's needs what a container may not do (pam_loginuid), and reads environments from elsewhere.
printf '%s required pam_permit.so\n' auth account session >/etc/pam.d/cron
: >/run/cron.lock
cron -f &
trap 'kill "$!"' TERM INT QUIT HUP USR1 USR2
wait "$!"
# A signal ends the waiting too.
wait "$!"
exec flock /run/cron.lock true
