# Fetches the source of a release from GitHub, where the server lacks it (repository.sh stands before this text, and
# source.sh behind it, which then has nothing left to do).
# In: TREE MANIFEST_BYTES REPOSITORIES (lines "NAME COMMIT key|open URL PATH", the path empty for the project's own);
# standard input, once "@jetee key NAME new|worked PUBLIC-KEY" (or "@jetee nogit") and "@jetee keys" were printed:
# "renew NAME DATA", which prints these again, with another key if it still is the one with this data; or "fetch HOSTS" (lines for known_hosts in base64, or "-"); or "send", for
# source.sh alone to do it. Then the manifest.
export LC_ALL=C
export GIT_TERMINAL_PROMPT=0 GIT_CONFIG_NOSYSTEM=1 GIT_CONFIG_GLOBAL=/dev/null
export GIT_HTTP_LOW_SPEED_LIMIT=1000 GIT_HTTP_LOW_SPEED_TIME=60
# A login in group docker works with folders that another login has made.
export GIT_CONFIG_COUNT=1 GIT_CONFIG_KEY_0=safe.directory GIT_CONFIG_VALUE_0='*'

# each FUNCTION: calls it with the words of each repository.
each() {
  printf '%s\n' "$REPOSITORIES" | while read -r name commit access url path; do
    "$1" "$name" "$commit" "$access" "$url" "$path"
  done
}

show() {
  [ "$3" = key ] || return 0
  (
    hold "$1"
    : >"repositories/$1/users/$PROJECT"
    [ -e "repositories/$1/key" ] || make_key "repositories/$1/key"
    tell_key "$1"
  )
}

renew() {
  (
    hold "$1"
    # Another project's run may have replaced it since it was shown: that one is let in at GitHub, or soon will be.
    if [ "$(ssh-keygen -y -f "repositories/$1/key" </dev/null | cut -d ' ' -f 2)" != "$2" ]; then exit 0; fi
    rm -f "repositories/$1/worked"
    make_key "repositories/$1/key"
  )
}

# get NAME COMMIT key|open URL: has the commit in the repository's git, with a ref that keeps it for the project.
get() {
  git="repositories/$1/git"
  # An interrupted git has left its locks; nobody else works here now.
  if [ -d "$git" ]; then find "$git" \( -name '*.lock' -o -name 'tmp_*' \) -delete; fi
  if ! [ -d "$git" ]; then
    rm -rf "$git.new"
    git init -q --bare --template= "$git.new"
    mkdir -p "$git.new/info"
    # What a build gets is what was committed, byte by byte, whatever the commit's own attributes say.
    echo '* -text -eol -ident -filter -working-tree-encoding -export-ignore -export-subst' >"$git.new/info/attributes"
    mv "$git.new" "$git"
  fi
  if ! git -C "$git" for-each-ref --points-at "$2" refs/jetee 2>/dev/null | grep -q .; then
    # What lies there already is told, so that only what is new comes.
    git -C "$git" -c gc.autoDetach=false -c maintenance.autoDetach=false \
      fetch -q --depth=1 --no-tags "$4" "+$2:refs/jetee/$PROJECT" </dev/null || return 1
  fi
  git -C "$git" update-ref "refs/jetee/$PROJECT" "$2"
}

# unpack NAME COMMIT PATH: puts the commit's files where the release is built from.
unpack() {
  rm -f "$new.tar"
  git -C "repositories/$1/git" -c tar.umask=0022 archive --format=tar "$2" >"$new.tar" || return 1
  mkdir -p "$new/$3"
  tar -xpf "$new.tar" -C "$new/$3" --no-same-owner || return 1
  rm -f "$new.tar"
}

bring() {
  (
    hold "$1"
    : >"repositories/$1/users/$PROJECT"
    if [ "$3" = key ]; then
      known="$ROOT/repositories/$1/known_hosts"
      strict=yes
      if [ "$hosts" = - ]; then strict=accept-new; else printf '%s' "$hosts" | base64 -d | write "$known"; fi
      export GIT_SSH_COMMAND="ssh -F /dev/null -i $ROOT/repositories/$1/key -o IdentitiesOnly=yes -o IdentityAgent=none -o BatchMode=yes -o UserKnownHostsFile=$known -o GlobalKnownHostsFile=/dev/null -o StrictHostKeyChecking=$strict -o ConnectTimeout=20 -o ServerAliveInterval=15"
    fi
    tries=0
    until { get "$@" && unpack "$1" "$2" "$5"; } 2>"$new.errors"; do
      tries=$((tries + 1))
      # A key that was let in a moment ago is not known everywhere at once.
      if grep -qiE 'permission denied|repository not found|could not read username|authentication failed' "$new.errors"; then
        if [ "$tries" -lt 4 ] && ! [ -e "repositories/$1/worked" ]; then
          sleep "$tries"
          continue
        fi
        cat "$new.errors" >&2
        echo "@jetee denied $1"
        exit 1
      fi
      # What lies there may be damaged: it is fetched anew, once.
      if [ "$tries" -lt 2 ] && ! grep -qiE 'host key|resolve host|connection|timed out|upload-pack: not our ref|unadvertised' "$new.errors"; then
        rm -rf "repositories/$1/git"
        continue
      fi
      cat "$new.errors" >&2
      echo "@jetee unreachable $1"
      exit 1
    done
    if [ "$3" = key ]; then : >"repositories/$1/worked"; fi
  )
}

if [ -d "$P/source/$TREE" ]; then
  MANIFEST_BYTES=0
else
  # Keys and repositories are closed; the source is not (see source.sh).
  umask 077
  mkdir -p repositories
  if need_git; then each show; else echo "@jetee nogit"; fi
  echo "@jetee keys"
  way=
  while [ -z "$way" ]; do
    read -r word rest
    case $word in
      renew)
        renew "${rest%% *}" "${rest#* }"
        each show
        echo "@jetee keys"
        ;;
      fetch)
        way=fetch
        hosts=$rest
        ;;
      *) way=send ;;
    esac
  done
  if [ "$way" = fetch ]; then
    echo "@jetee step begin fetch the code"
    new="$P/source/incoming"
    rm -rf "$new" "$new".*
    head -c "$MANIFEST_BYTES" >"$new.manifest"
    MANIFEST_BYTES=0
    (umask 022 && mkdir "$new")
    each bring
    # As in what the runner sends: the time plays no part.
    find "$new" -exec touch -h -d @0 {} +
    mv "$new.manifest" "$P/source/$TREE.manifest"
    mv "$new" "$P/source/$TREE"
    rm -f "$new".*
    echo "@jetee step end fetch the code"
  fi
fi
