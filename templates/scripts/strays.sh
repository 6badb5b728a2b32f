# end_strays TOKEN: ends what runs with a run's token, such as builds, tasks and idle shells, and what that starts
# meanwhile; spares this shell, and those that hold the lock.
end_strays() {
  found=yes
  while [ -n "$found" ]; do
    found=
    for environ in $(grep -lzxF "JETEE_TOKEN=$1" /proc/[0-9]*/environ 2>/dev/null || true); do
      pid=${environ#/proc/}
      pid=${pid%/environ}
      if [ "$pid" = $$ ] || [ "/proc/$pid/fd/9" -ef "locks/$PROJECT.lock" ]; then continue; fi
      if kill -9 "$pid" 2>/dev/null; then found=yes; fi
    done
  done
}
