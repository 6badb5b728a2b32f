# Runs in a container, and tells the processes of a session that their terminal is gone, as the kernel would.
# The positional parameter: the session, which is the number of its first process
for stat in /proc/[0-9]*/stat; do
  { read -r line <"$stat"; } 2>/dev/null || continue
  # The second field is a name in brackets, which may have blanks and brackets; the session is the sixth.
  # shellcheck disable=SC2086 # fields
  set -- "$1" ${line##*) }
  if [ "$5" = "$1" ]; then kill -HUP "${line%% *}" && kill -CONT "${line%% *}"; fi
done 2>/dev/null
