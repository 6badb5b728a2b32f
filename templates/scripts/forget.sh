# Takes a project's mark off the repositories that it was fetched from, and removes those that no other project here uses
# (repository.sh stands before this text).
# In: PROJECT; standard input: a line for each repository with a key, once "@jetee key NAME new|worked PUBLIC-KEY" and
# "@jetee forget NAME" were printed: the key is gone at GitHub, or is left there.
export GIT_CONFIG_COUNT=1 GIT_CONFIG_KEY_0=safe.directory GIT_CONFIG_VALUE_0='*'
umask 077

# is_used NAME: whether another project that is still here uses the repository.
is_used() {
  for user in "repositories/$1/users"/*; do
    user=${user##*/}
    if [ "$user" != "$PROJECT" ] && [ -d "projects/$user" ]; then return 0; fi
  done
  return 1
}

for mark in repositories/*/users/"$PROJECT"; do
  [ -e "$mark" ] || continue
  name=${mark#repositories/}
  name=${name%%/*}
  (
    hold "$name"
    if is_used "$name"; then
      git -C "repositories/$name/git" update-ref -d "refs/jetee/$PROJECT" 2>/dev/null || true
      rm -f "$mark"
      exit 0
    fi
    if [ -e "repositories/$name/key" ]; then
      tell_key "$name"
      echo "@jetee forget $name"
      read -r answer
    fi
    rm -rf "repositories/$name"
  )
done
rmdir repositories 2>/dev/null || true
