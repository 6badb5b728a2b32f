# Runs a task, and puts what it prints into the container's log as well, by the pipe of its name. Being open for reading
# too, the pipe never breaks.
# Arguments: the task's name, and the seconds after which it is ended, with all that it has started

# A process that Docker runs in a container does not end with its client: what a killed run has left of this task at work
# goes first, with the group that `timeout` leads, so that no two of it work side by side. The brackets keep the search
# from finding itself.
tries=0
while left=$(grep -lzx "/etc/jetee/task[s]/$1" /proc/[0-9]*/cmdline 2>/dev/null); [ -n "$left" ] && [ "$tries" -lt 50 ]; do
  for process in $left; do
    process=${process#/proc/}
    process=${process%/cmdline}
    kill -9 "-$process" 2>/dev/null
    kill -9 "$process" 2>/dev/null
  done
  tries=$((tries + 1))
  sleep 0.1
done
exec 3>&1 5<>"{{ logs }}/$1"
status=$(
  {
    {
      timeout -k 10 "$2" sh "/etc/jetee/tasks/$1" 2>&1 3>&- 4>&- 5>&- &
      task=$!
      wait "$task"
      code=$?
      # It leads a group of its own. Who did not listen to the signal goes now, as nothing waits for it any more.
      case $code in 124 | 137) kill -9 "-$task" 2>/dev/null ;; esac
      echo "$code" >&4
    } | tee "{{ logs }}/$1" >&3 4>&-
  } 4>&1
)
exit "$status"
