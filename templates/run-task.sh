# Runs a task, and puts what it prints into the container's log as well, by the pipe of its name. Being open for reading
# too, the pipe never breaks.
# Arguments: the task's name
exec 3>&1 5<>"{{ logs }}/$1"
status=$(
  {
    {
      sh "/etc/jetee/tasks/$1" 2>&1 3>&- 4>&- 5>&-
      echo $? >&4
    } | tee "{{ logs }}/$1" >&3 4>&-
  } 4>&1
)
exit "$status"
