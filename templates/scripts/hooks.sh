# Hooks: commands of the configuration on the server itself (release.sh stands before this text). They run in `/`, with
# nothing on standard input, and carry the run's JETEE_TOKEN, by which what a dead run has left is ended.
# In: HOOK_FACTS (shell text that exports what they are told)

# run_hook NAME SECONDS COMMAND…: runs a hook, and gives its status.
run_hook() {
  hook_name=$1
  hook_seconds=$2
  shift 2
  timed hook "$hook_name" "$hook_seconds" hook_command "$@"
}
hook_command() {
  (
    eval "$HOOK_FACTS"
    umask 022
    cd /
    exec timeout -k 10 "$timed_seconds" "$@" </dev/null 2>&1 8>&-
  ) &
  hook=$!
  hook_status=0
  wait "$hook" || hook_status=$?
  # It leads a group of its own. Who did not listen to the signal goes now, as nothing waits for it any more.
  case $hook_status in 124 | 137) kill -9 "-$hook" 2>/dev/null || true ;; esac
  return "$hook_status"
}

# run_hooks TEXT: runs hooks one behind the other, until one fails; the text has a line `run_hook NAME SECONDS COMMAND…` for
# each, quoted for the shell.
run_hooks() { eval "$1"; }
