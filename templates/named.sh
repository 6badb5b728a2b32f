# Runs a process of supervisor's with the pipe of its own name as both its outputs. Being open for reading too, the pipe
# never breaks.
# Arguments: the command
exec 1<>"{{ logs }}/$SUPERVISOR_PROCESS_NAME" 2>&1
exec "$@"
