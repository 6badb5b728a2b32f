# pids_of TOKEN: prints the processes that a run with this token started and that still run.
pids_of() {
  grep -lzxF "JETEE_TOKEN=$1" /proc/[0-9]*/environ 2>/dev/null | sed 's#[^0-9]##g' || true
}

# end_strays TOKEN: ends what a run started, such as builds, tasks and idle shells, and what those start meanwhile;
# spares this shell, and those that hold the lock.
end_strays() {
  found=yes
  while [ -n "$found" ]; do
    found=
    for pid in $(pids_of "$1"); do
      if [ "$pid" = $$ ] || [ "/proc/$pid/fd/9" -ef "locks/$PROJECT.lock" ]; then continue; fi
      if kill -9 "$pid" 2>/dev/null; then found=yes; fi
    done
  done
}
