# Functions about the repositories that a server fetches with keys of its own. Each has a folder, repositories/NAME:
# git (bare), key (private; its public half is read from it), known_hosts, worked (the key has opened it), users/PROJECT.

# hold NAME: waits until no other run works with the repository, and keeps others out until this shell ends, with all that
# it started. A folder that was removed meanwhile takes its lock along.
hold() {
  mkdir -p "repositories/$1/users"
  exec 7>>"repositories/$1/lock"
  flock 7
  until [ "repositories/$1/lock" -ef /proc/self/fd/7 ]; do
    mkdir -p "repositories/$1/users"
    exec 7>>"repositories/$1/lock"
    flock 7
  done
}

# need_git: installs git and OpenSSH's client where they are missing.
need_git() {
  if command -v git >/dev/null && command -v ssh-keygen >/dev/null; then return; fi
  if ! command -v apt-get >/dev/null || [ "$(id -u)" != 0 ]; then
    echo "git and ssh-keygen are missing on the server, and cannot be installed by this login" >&2
    return 1
  fi
  echo "@jetee step begin install git"
  (
    shared
    export DEBIAN_FRONTEND=noninteractive
    apt() { apt-get -q -y -o DPkg::Lock::Timeout=300 -o Dpkg::Use-Pty=0 "$@" </dev/null; }
    install() { apt install --no-install-recommends git openssh-client ca-certificates; }
    # Whoever was interrupted has left packages half-done; an old list names packages that are gone.
    dpkg --force-confold --configure -a </dev/null
    install || { apt update && install; }
  ) 2>&1 || return 1
  echo "@jetee step end install git"
}

# make_key FILE NAME: makes a key, in one step.
make_key() {
  rm -f "$1.new" "$1.new.pub"
  ssh-keygen -q -t ed25519 -N '' -C "jetee@$(uname -n)" -f "$1.new" </dev/null
  rm -f "$1.new.pub"
  mv "$1.new" "$1"
}

# tell_key NAME: prints the public half of a repository's key.
tell_key() {
  state=new
  if [ -e "repositories/$1/worked" ]; then state=worked; fi
  echo "@jetee key $1 $state $(ssh-keygen -y -f "repositories/$1/key" </dev/null)"
}
