# Runs a job of the project, as its user and in its environment; what it prints goes to cron's part of the
# container's log.
# Arguments: the job's name
. /run/cron.env
exec 9>>/run/cron.lock
flock -s 9
{
  setpriv --reuid=app --regid=app --init-groups sh "/etc/jetee/cron/jobs/$1" </dev/null 9>&- ||
    echo "ended with status $?"
} 2>&1 | sed -u "s/^/$1: /" 1<>"$JETEE_LOG"
